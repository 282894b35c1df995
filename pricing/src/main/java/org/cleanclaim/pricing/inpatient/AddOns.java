package org.cleanclaim.pricing.inpatient;

import static org.cleanclaim.pricing.inpatient.Rounding.kept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is paid beside the DRG for what was done.
final class AddOns {
  private static final BigDecimal TREATMENT_PART = new BigDecimal("0.65");
  private static final Set<String> ISLETS =
      Set.of("3E030U1", "3E033U1", "3E0J3U1", "3E0J7U1", "3E0J8U1");
  private static final List<Treatments> TREATMENTS =
      List.of(
          new Treatments(
              LocalDate.of(2020, 11, 2), Set.of("XW033E5", "XW043E5", "XW13325", "XW14325")),
          new Treatments(
              LocalDate.of(2020, 11, 19),
              Set.of("XW033E5", "XW043E5", "XW13325", "XW14325", "XW0DXF5", "3E0G7GC", "3E0H7GC")),
          new Treatments(
              LocalDate.of(2021, 1, 1),
              Set.of("XW033E5", "XW043E5", "XW13325", "XW14325", "XW0DXM6", "XW0G7M6", "XW0H7M6")));

  private final InpatientYear year;
  private final Discharge discharge;
  private final BigDecimal costs;

  /// Procedures that count as new treatments of COVID-19 from a day on, in place of those before.
  /// Source: 85 FR 71142 (interim final rule of 2020-11-06).
  private record Treatments(LocalDate from, Set<String> procedures) {}

  AddOns(InpatientYear year, Discharge discharge, Hospital hospital) {
    this.year = year;
    this.discharge = discharge;
    this.costs = discharge.charges().toBigDecimal().multiply(hospital.operating().costRatio());
  }

  /// New technologies: a part of what the stay costs beyond its payment, up to a fixed amount each,
  /// and together no more than the stay costs.
  ///
  /// @param payment the operating payment without them
  BigDecimal technologies(BigDecimal payment) {
    BigDecimal beyond = costs.subtract(payment);
    BigDecimal added = BigDecimal.ZERO;
    if (beyond.signum() <= 0) return added;
    for (NewTechnology technology : year.technologies()) {
      if (technology.isOn(discharge)) {
        added = added.add(kept(beyond.multiply(technology.part()), 2).min(technology.most()));
      }
    }
    return payment.add(added).compareTo(costs) > 0 && kept(beyond, 2).signum() > 0
        ? kept(beyond, 2)
        : added;
  }

  /// New treatments of COVID-19: 65 percent of the costs beyond the payment, up to 65 percent of
  /// the outlier threshold.
  BigDecimal covidTreatments(Outlier outlier) {
    if (!isCovidTreated()) return BigDecimal.ZERO;
    BigDecimal payment = outlier.operatingPoint().subtract(outlier.operatingThreshold());
    if (costs.compareTo(payment) <= 0) return BigDecimal.ZERO;
    return kept(costs.subtract(payment).multiply(TREATMENT_PART), 2)
        .min(kept(outlier.operatingThreshold().multiply(TREATMENT_PART), 2));
  }

  private boolean isCovidTreated() {
    if (!discharge.isCovid()) return false;
    Set<String> counted = new HashSet<>();
    for (Treatments treatments : TREATMENTS) {
      if (discharge.on().isBefore(treatments.from())) break;
      counted = treatments.procedures();
    }
    return discharge.procedures().stream().anyMatch(counted::contains);
  }

  /// Pancreatic islet cells, isolated within a clinical trial.
  BigDecimal islets() {
    long isolations = discharge.procedures().stream().filter(ISLETS::contains).count();
    if (isolations == 0 || !discharge.diagnoses().contains("Z006")) return BigDecimal.ZERO;
    return year.islets().get(isolations == 1 ? 0 : 1);
  }
}

package org.cleanclaim.app.servicecharge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartFinalized;
import org.cleanclaim.app.chart.ChartService;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalStop;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.visit.VisitSetting;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes charges of accepted services when the codes of a chart are made final, in the same
/// transaction. A service that is charged already stays as it is charged; a level of the visit that
/// is charged otherwise is corrected to the one that was accepted.
@Component
@Transactional
class CodedCharges implements FinalStop {
  /// A line of a claim points to four diagnoses at most (837P, SV107).
  private static final int MOST_DIAGNOSES = 4;

  private static final String CORRECTION = "Level of the visit as coded from the record";

  private static final Citation SOURCE =
      new Citation(
          "Social Security Act, section 1833(e) (no payment without the information to support it)",
          EffectivePeriod.from(LocalDate.of(1967, 1, 1)));

  private final Charts charts;
  private final Charges charges;
  private final Encounters encounters;
  private final FeeSchedules fees;

  CodedCharges(Charts charts, Charges charges, Encounters encounters, FeeSchedules fees) {
    this.charts = charts;
    this.charges = charges;
    this.encounters = encounters;
    this.fees = fees;
  }

  // In the transaction of the change: codes are final and charged, or neither.
  @EventListener
  void on(ChartFinalized event) {
    var encounter = new EncounterId(event.encounterId());
    Chart chart = charts.get(encounter);
    // A second reviewer makes them final as the coder's.
    String coder = Objects.requireNonNullElseGet(chart.coder(), () -> Acting.actor().name());
    for (ChartService service : accepted(chart)) {
      var existing = charges.ofEncounter(encounter);
      if (isCharged(service, existing)) continue;
      Optional<Charge> otherLevel = otherLevel(service, existing);
      // What has no price stays on the chart, and stops() tells of it.
      if (otherLevel.isPresent()) {
        Charge other = otherLevel.get();
        charges.correct(encounter, other.line(), corrected(other, service), CORRECTION, coder);
      } else {
        charges.add(encounter, entry(chart, service), "Accepted by the coder of the chart", coder);
      }
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Finding> stops(EncounterId encounterId) {
    var findings = new ArrayList<Finding>();
    Chart chart = charts.get(encounterId);
    var accepted = accepted(chart);
    if (accepted.isEmpty()) return List.of();
    var existing = charges.ofEncounter(encounterId);
    var servedOn = encounters.get(encounterId).servedOn();
    for (ChartService service : accepted) {
      for (Charge charge : existing) {
        if (!charge.procedure().equals(service.code())) continue;
        if (charge.units().compareTo(BigDecimal.valueOf(service.units())) == 0) continue;
        findings.add(
            finding(
                "SERVICE-UNITS-DIFFER",
                "%s is charged with %s units; the record supports %d."
                    .formatted(service.code(), charge.units().toPlainString(), service.units()),
                "Compare the record, and correct the charge where it is wrong."));
      }
      if (isCharged(service, existing)) continue;
      otherLevel(service, existing)
          .ifPresent(other ->
              findings.add(
                  finding(
                      "SERVICE-LEVEL-DIFFERS",
                      "The visit is charged with %s; the chart has %s."
                          .formatted(other.procedure(), service.code()),
                      "Final codes correct the charge; reject the level to keep the charge.")));
      if (fees.charge(service.code(), List.of(), servedOn).isEmpty()) {
        findings.add(
            finding(
                "SERVICE-NOT-PRICED",
                "The fee schedule has no price for %s on %s, so that it is not charged."
                    .formatted(service.code(), servedOn),
                "Add a row for the code, then make the codes final."));
      }
    }
    return List.copyOf(findings);
  }

  static List<ChartService> accepted(Chart chart) {
    return chart.services().stream().filter(ChartService::isAccepted).toList();
  }

  static boolean isCharged(ChartService service, List<Charge> existing) {
    return existing.stream().anyMatch(c -> c.procedure().equals(service.code()));
  }

  /// The charge of another level of the visit than the accepted one.
  static Optional<Charge> otherLevel(ChartService service, List<Charge> existing) {
    if (service.kind() != Kind.VISIT_LEVEL) return Optional.empty();
    return existing.stream().filter(c -> VisitSetting.isLevel(c.procedure())).findFirst();
  }

  static ChargeEntry corrected(Charge charge, ChartService service) {
    return new ChargeEntry(
        service.code(), charge.modifiers(), charge.units(), charge.diagnoses(), charge.drug());
  }

  static ChargeEntry entry(Chart chart, ChartService service) {
    return new ChargeEntry(
        service.code(),
        List.of(),
        BigDecimal.valueOf(service.units()),
        chart.codes().stream()
            .filter(c -> c.system() == CodeSystem.ICD10CM)
            .limit(MOST_DIAGNOSES)
            .map(c -> new Icd10Cm(c.code()))
            .toList());
  }

  private static Finding finding(String rule, String message, String remedy) {
    return new Finding(
        new RuleId(rule),
        Layer.CHART,
        Severity.WARNING,
        Place.field("Services"),
        message,
        remedy,
        null,
        SOURCE);
  }
}

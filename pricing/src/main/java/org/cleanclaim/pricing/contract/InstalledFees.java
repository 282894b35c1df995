package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.pricing.inpatient.InstalledInpatient;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.PhysicianTables;

/// Medicare's prices from the installed tables of the year; those of another year are no
/// substitute. The pricer of a pair of tables is made once.
public final class InstalledFees implements MedicareFees {
  private record Tables(LocalDate values, LocalDate indices) {}

  private final CodeSets codeSets;
  private final InstalledInpatient inpatient;
  private final Map<Tables, PhysicianPricer> pricers = new ConcurrentHashMap<>();

  public InstalledFees(CodeSets codeSets) {
    this.codeSets = codeSets;
    this.inpatient = new InstalledInpatient(codeSets);
  }

  @Override
  public Optional<PhysicianPricer> on(LocalDate day) {
    var values = table(PublicationKind.MPFS_RVU, day);
    var indices = table(PublicationKind.MPFS_GPCI, day);
    if (values.isEmpty() || indices.isEmpty()) return Optional.empty();
    return Optional.of(
        pricers.computeIfAbsent(
            new Tables(values.get().effectiveFrom(), indices.get().effectiveFrom()),
            _ ->
                new PhysicianPricer(
                    PhysicianTables.of(
                        values.get().content(RuleTables.class),
                        indices.get().content(RuleTables.class)))));
  }

  @Override
  public Optional<BigDecimal> drgWeight(HospitalStay stay) {
    return inpatient.weight(stay.drg(), stay.dischargedOn());
  }

  private Optional<InstalledPublication> table(PublicationKind kind, LocalDate day) {
    return codeSets
        .rules(kind, day)
        .filter(installed -> installed.effectiveFrom().getYear() == day.getYear());
  }
}

package org.cleanclaim.pricing.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.PhysicianTables;

/// Medicare's prices from the installed tables of the year; those of another year are no
/// substitute.
public record InstalledFees(CodeSets codeSets) implements MedicareFees {
  @Override
  public Optional<PhysicianPricer> on(LocalDate day) {
    return rules(PublicationKind.MPFS_RVU, day)
        .flatMap(values ->
            rules(PublicationKind.MPFS_GPCI, day)
                .map(indices -> new PhysicianPricer(PhysicianTables.of(values, indices))));
  }

  private Optional<RuleTables> rules(PublicationKind kind, LocalDate day) {
    return codeSets
        .rules(kind, day)
        .filter(installed -> installed.effectiveFrom().getYear() == day.getYear())
        .map((InstalledPublication installed) -> installed.content(RuleTables.class));
  }
}

package org.cleanclaim.pricing.asc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Finding;

/// Finds the pricer of a day among the tables that are installed. Rates, wage indices and code
/// pairs are issued anew each January, so those of another year price nothing. Source: 42 CFR
/// 416.171 and 416.173.
public final class InstalledSurgery {
  private static final List<PublicationKind> KINDS =
      List.of(PublicationKind.ASC_RATES, PublicationKind.ASC_WAGES, PublicationKind.ASC_PAIRS);

  private static final RuleTables NONE = new RuleTables(List.of());

  private final CodeSets codeSets;

  public InstalledSurgery(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// The pricer of a day, or what it lacks.
  public sealed interface OfDay {}

  public record Found(SurgeryPricer pricer) implements OfDay {}

  /// @param findings one for each table that is not there
  public record Missing(List<Finding> findings) implements OfDay {
    public Missing {
      findings = List.copyOf(findings);
    }
  }

  /// The pricer by the tables that are in force on the day.
  public OfDay on(LocalDate day) {
    Map<PublicationKind, RuleTables> tables = new EnumMap<>(PublicationKind.class);
    var findings = new ArrayList<Finding>();
    for (PublicationKind kind : KINDS) {
      codeSets
          .rules(kind, day)
          .filter(publication -> publication.effectiveFrom().getYear() == day.getYear())
          .ifPresentOrElse(
              publication -> tables.put(kind, publication.content(RuleTables.class)),
              () -> findings.add(missing(kind, day)));
    }
    if (!findings.isEmpty()) return new Missing(findings);
    return new Found(
        new SurgeryPricer(
            SurgeryTables.of(
                tables.getOrDefault(PublicationKind.ASC_RATES, NONE),
                tables.getOrDefault(PublicationKind.ASC_WAGES, NONE),
                tables.getOrDefault(PublicationKind.ASC_PAIRS, NONE))));
  }

  private static Finding missing(PublicationKind kind, LocalDate day) {
    return SurgeryFindings.ofClaim(
        "No %s of surgical centers for %s are installed.".formatted(kind.title(), day),
        "Install the table of %d with `cleanclaim codes install`.".formatted(day.getYear()));
  }
}

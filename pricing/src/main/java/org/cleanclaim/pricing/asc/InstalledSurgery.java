package org.cleanclaim.pricing.asc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Finding;

/// Finds the pricer of a day among the tables that are installed. Rates, wage indices and code
/// pairs are issued anew each January, so those of another year price nothing. The pricer of a set
/// of tables is made once. Source: 42 CFR 416.171 and 416.173.
public final class InstalledSurgery {
  private static final List<PublicationKind> KINDS =
      List.of(PublicationKind.ASC_RATES, PublicationKind.ASC_WAGES, PublicationKind.ASC_PAIRS);

  private static final RuleTables NONE = new RuleTables(List.of());

  private final CodeSets codeSets;
  private final Map<List<LocalDate>, Found> found = new ConcurrentHashMap<>();

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
    Map<PublicationKind, InstalledPublication> tables = new EnumMap<>(PublicationKind.class);
    var findings = new ArrayList<Finding>();
    for (PublicationKind kind : KINDS) {
      codeSets
          .rules(kind, day)
          .filter(publication -> publication.effectiveFrom().getYear() == day.getYear())
          .ifPresentOrElse(
              publication -> tables.put(kind, publication), () -> findings.add(missing(kind, day)));
    }
    if (!findings.isEmpty()) return new Missing(findings);
    var days = tables.values().stream().map(InstalledPublication::effectiveFrom).toList();
    return found.computeIfAbsent(days, _ -> found(tables));
  }

  private static Found found(Map<PublicationKind, InstalledPublication> tables) {
    return new Found(
        new SurgeryPricer(
            SurgeryTables.of(
                content(tables, PublicationKind.ASC_RATES),
                content(tables, PublicationKind.ASC_WAGES),
                content(tables, PublicationKind.ASC_PAIRS))));
  }

  private static RuleTables content(
      Map<PublicationKind, InstalledPublication> tables, PublicationKind kind) {
    var installed = tables.get(kind);
    return installed == null ? NONE : installed.content(RuleTables.class);
  }

  private static Finding missing(PublicationKind kind, LocalDate day) {
    return SurgeryFindings.ofClaim(
        "No %s of surgical centers for %s are installed.".formatted(kind.title(), day),
        "Install the table of %d with `cleanclaim codes install`.".formatted(day.getYear()));
  }
}

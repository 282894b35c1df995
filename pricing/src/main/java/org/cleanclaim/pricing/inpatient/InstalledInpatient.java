package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Finding;

/// Finds the pricer of a day of discharge among the tables that are installed. Weights, wages and
/// rates are issued anew each October; those of another fiscal year price nothing. Source: 42 CFR
/// 412.8.
public final class InstalledInpatient {
  private static final RuleTables NONE = new RuleTables(List.of());

  private final CodeSets codeSets;
  private final Arithmetic arithmetic;

  /// Stays are reckoned exactly.
  public InstalledInpatient(CodeSets codeSets) {
    this(codeSets, Arithmetic.EXACT);
  }

  public InstalledInpatient(CodeSets codeSets, Arithmetic arithmetic) {
    this.codeSets = codeSets;
    this.arithmetic = arithmetic;
  }

  /// The pricer of a day, or what it lacks.
  public sealed interface OfDay {}

  public record Found(InpatientPricer pricer) implements OfDay {}

  /// @param findings one for each table that is not there
  public record Missing(List<Finding> findings) implements OfDay {
    public Missing {
      findings = List.copyOf(findings);
    }
  }

  /// The pricer by the tables that are in force on the day of discharge.
  public OfDay on(LocalDate day) {
    Map<PublicationKind, RuleTables> tables = new EnumMap<>(PublicationKind.class);
    var findings = new ArrayList<Finding>();
    int year = InpatientYear.fiscalYear(day);
    for (var kind :
        List.of(
            PublicationKind.IPPS_DRGS, PublicationKind.IPPS_WAGES, PublicationKind.IPPS_RATES)) {
      table(kind, day)
          .ifPresentOrElse(
              table -> tables.put(kind, table),
              () ->
                  findings.add(
                      StayFindings.of(
                          "No %s of inpatient stays for fiscal year %d are installed."
                              .formatted(kind.title(), year),
                          "Install the table of the year with `cleanclaim codes install`.")));
    }
    if (!findings.isEmpty()) return new Missing(findings);
    var pricer =
        InpatientPricer.of(
            InpatientTables.of(
                tables.getOrDefault(PublicationKind.IPPS_DRGS, NONE),
                tables.getOrDefault(PublicationKind.IPPS_WAGES, NONE),
                tables.getOrDefault(PublicationKind.IPPS_RATES, NONE)),
            day,
            arithmetic);
    return pricer == null
        ? new Missing(
            List.of(
                StayFindings.of(
                    "How Medicare pays inpatient stays of fiscal year %d is not known here."
                        .formatted(year),
                    "Price stays of fiscal year 2021.")))
        : new Found(pricer);
  }

  /// What a DRG is worth on a day of discharge, relative to the average stay; empty without the
  /// table of that fiscal year, or without the DRG in it.
  public Optional<BigDecimal> weight(String drg, LocalDate day) {
    if (!drg.matches("[0-9]{1,3}")) return Optional.empty();
    return table(PublicationKind.IPPS_DRGS, day)
        .flatMap(table -> InpatientTables.weight(table, Integer.parseInt(drg)))
        .map(DrgWeight::weight);
  }

  private Optional<RuleTables> table(PublicationKind kind, LocalDate day) {
    return codeSets
        .rules(kind, day)
        .filter(t -> InpatientYear.fiscalYear(t.effectiveFrom()) == InpatientYear.fiscalYear(day))
        .map(t -> t.content(RuleTables.class));
  }
}

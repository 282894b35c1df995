package org.cleanclaim.grouping.hcc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// Makes scorers of the tables that are installed.
public final class InstalledRisk {
  private final CodeSets codeSets;

  public InstalledRisk(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// The scorer of a model for a payment year; empty where the diagnosis mapping of that very year,
  /// or the coefficients or hierarchies of the model, are not installed.
  public Optional<RiskScorer> scorer(RiskModel model, int paymentYear) {
    return scorer(model, paymentYear, paymentYear);
  }

  /// The scorer of a model for a payment year with the mapping of the year itself or, where that is
  /// not installed, of the next year that is, so this serves comparisons, not payments. A diagnosis
  /// retired in between has the category of the codes that took its place, where the ICD-10-CM
  /// conversion table is installed and all of them have the same.
  public Optional<RiskScorer> nearestScorer(RiskModel model, int paymentYear) {
    return years().stream()
        .filter(year -> year >= paymentYear)
        .map(year -> scorer(model, year, paymentYear))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<RiskScorer> scorer(RiskModel model, int mappingYear, int paymentYear) {
    LocalDate day = LocalDate.of(mappingYear, 1, 1);
    return codeSets
        .rules(PublicationKind.RISK_DIAGNOSES, day)
        .filter(mapping -> mapping.effectiveFrom().getYear() == mappingYear)
        .flatMap(mapping ->
            RiskTables.of(
                model,
                mapping.content(RuleTables.class),
                codeSets
                    .rules(PublicationKind.RISK_EDITS, day)
                    .map(edits -> edits.content(RuleTables.class)),
                models(model, LocalDate.of(paymentYear, 1, 1))))
        .map(tables -> mappingYear == paymentYear ? tables : tables.with(successors(paymentYear)))
        .map(tables -> new RiskScorer(tables, conflicts(paymentYear - 1)));
  }

  /// The codes that took the place of diagnoses since the year of service began, by the former
  /// code.
  private Map<String, List<String>> successors(int paymentYear) {
    LocalDate since = LocalDate.of(paymentYear - 1, 1, 1);
    var successors = new HashMap<String, List<String>>();
    codeSets.publications().stream()
        .filter(publication -> publication.kind() == PublicationKind.ICD10CM_CONVERSIONS)
        .max(Comparator.comparing(InstalledPublication::effectiveFrom))
        .ifPresent(table -> {
          for (Crosswalk.Link link : table.content(Crosswalk.class).links()) {
            if (link.since() == null || link.since().isBefore(since)) continue;
            successors.computeIfAbsent(link.from(), code -> new ArrayList<>()).add(link.to());
          }
        });
    return successors;
  }

  /// The payment years whose diagnosis mapping is installed, the first one first.
  public List<Integer> years() {
    return codeSets.publications().stream()
        .filter(publication -> publication.kind() == PublicationKind.RISK_DIAGNOSES)
        .map(publication -> publication.effectiveFrom().getYear())
        .distinct()
        .sorted()
        .toList();
  }

  /// The scorer of payments of a year.
  public Optional<PaymentScorer> payment(PaymentYear year) {
    var scorers = new ArrayList<RiskScorer>();
    for (PaymentYear.Share share : year.shares()) {
      Optional<RiskScorer> scorer = scorer(share.model(), year.year());
      if (scorer.isEmpty()) return Optional.empty();
      scorers.add(scorer.get());
    }
    return Optional.of(new PaymentScorer(year, scorers));
  }

  /// Coefficients and hierarchies: the latest in force first, then those of later years. CMS
  /// publishes those of a CMS-HCC version once and uses them until the next, so that a later copy
  /// serves an earlier year; the diagnoses are another matter, and so are the coefficients of
  /// drugs.
  private List<RuleTables> models(RiskModel model, LocalDate day) {
    return codeSets.publications().stream()
        .filter(publication -> publication.kind() == PublicationKind.RISK_MODELS)
        .filter(publication ->
            !model.isOfOneYear() || publication.effectiveFrom().getYear() == day.getYear())
        .sorted(
            Comparator.comparing((InstalledPublication p) -> p.effectiveFrom().isAfter(day))
                .thenComparingLong(p ->
                    p.effectiveFrom().isAfter(day)
                        ? p.effectiveFrom().toEpochDay()
                        : -p.effectiveFrom().toEpochDay()))
        .map(publication -> publication.content(RuleTables.class))
        .toList();
  }

  private SexConflicts conflicts(int serviceYear) {
    LocalDate last = LocalDate.of(serviceYear, 12, 31);
    return codeSets
        .rules(PublicationKind.MCE, last)
        .map(editor -> SexConflicts.of(editor.content(RuleTables.class), last))
        .orElse(SexConflicts.NONE);
  }
}

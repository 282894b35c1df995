package org.cleanclaim.grouping.hhs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.hcc.EligibleEncounters;
import org.jspecify.annotations.Nullable;

/// Makes scorers of the model tables that are installed.
public final class InstalledMarketRisk {
  private final CodeSets codeSets;

  public InstalledMarketRisk(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// The scorer of a benefit year; empty where the tables of that very year are not installed. The
  /// factors are made anew for each year, so that those of another say nothing.
  public Optional<MarketScorer> scorer(int benefitYear) {
    return codeSets
        .rules(PublicationKind.MARKET_RISK, LocalDate.of(benefitYear, 1, 1))
        .filter(tables -> tables.effectiveFrom().getYear() == benefitYear)
        .map(InstalledMarketRisk::scorer);
  }

  /// Which claims of a benefit year have diagnoses that count; null where its tables are not
  /// installed.
  public @Nullable EligibleEncounters encounters(int benefitYear) {
    return codeSets
        .rules(PublicationKind.MARKET_RISK, LocalDate.of(benefitYear, 1, 1))
        .filter(tables -> tables.effectiveFrom().getYear() == benefitYear)
        .map(tables -> EligibleEncounters.ofMarket(tables.content(RuleTables.class)))
        .orElse(null);
  }

  /// The year whose installed tables are the nearest to a benefit year, the earlier one of two; for
  /// comparisons, not for transfers.
  public Optional<Integer> nearestYear(int benefitYear) {
    return years().stream()
        .min(
            Comparator.comparingInt((Integer year) -> Math.abs(year - benefitYear))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The benefit years whose tables are installed, the first one first.
  public List<Integer> years() {
    return codeSets.publications().stream()
        .filter(publication -> publication.kind() == PublicationKind.MARKET_RISK)
        .map(publication -> publication.effectiveFrom().getYear())
        .distinct()
        .sorted()
        .toList();
  }

  private static MarketScorer scorer(InstalledPublication publication) {
    return new MarketScorer(
        publication.view(RuleTables.class, MarketTables.class, MarketTables::of));
  }
}

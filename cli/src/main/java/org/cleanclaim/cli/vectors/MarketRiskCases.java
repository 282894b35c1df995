package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.Enrollee;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.cleanclaim.grouping.hhs.MarketReasons;
import org.cleanclaim.grouping.hhs.MarketScore;
import org.cleanclaim.grouping.hhs.MarketScorer;
import org.cleanclaim.grouping.hhs.MetalLevel;
import org.cleanclaim.kernel.party.Sex;
import tools.jackson.databind.JsonNode;

/// Enrollees of the individual and small group markets with their categories and score, by benefit
/// year. Where the tables of the case's year are not installed, those of the nearest year serve
/// which are: the categories and terms can then be compared, the factors not.
final class MarketRiskCases implements VectorLayout {
  @Override
  public String title() {
    return "HHS-HCC risk scores";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("benefit_year_tables")
        && firstCase.path("input").has("metal")
        && firstCase.path("expected").has("hcc_list");
  }

  /// A scorer and the year of its tables.
  private record Tables(int year, MarketScorer scorer) {}

  @Override
  public Engine open(VectorTables tables) {
    var installed = new InstalledMarketRisk(tables.having(PublicationKind.MARKET_RISK));
    var scorers = new HashMap<Integer, Optional<Tables>>();
    return aCase -> {
      int year = Integer.parseInt(aCase.path("input").path("benefit_year_tables").asString("0"));
      return scorers
          .computeIfAbsent(year, wanted -> nearest(installed, wanted))
          .map(found -> verdict(aCase, year, found))
          .orElseGet(() -> Verdict.failed(aCase.path("id").asString(""), "a score", "no tables"));
    };
  }

  private static Optional<Tables> nearest(InstalledMarketRisk installed, int wanted) {
    return installed
        .nearestYear(wanted)
        .flatMap(year -> installed.scorer(year).map(scorer -> new Tables(year, scorer)));
  }

  private static Verdict verdict(JsonNode aCase, int year, Tables tables) {
    JsonNode input = aCase.path("input");
    var enrollee =
        new Enrollee(
            input.path("age").asInt(-1),
            Sex.ofCode(input.path("sex").asString("")),
            input.path("enroll_months").asInt(0),
            MetalLevel.of(input.path("metal").asString(""))
                .orElseThrow(() -> new IllegalArgumentException("no such metal level")),
            0);
    List<DatedDiagnosis> diagnoses =
        RiskScoreCases.texts(input.path("diagnosis_codes")).stream()
            .map(code -> new DatedDiagnosis(code, enrollee.ageYears()))
            .toList();
    var drugs = new ArrayList<>(RiskScoreCases.texts(input.path("ndcs")));
    drugs.addAll(RiskScoreCases.texts(input.path("hcpcs")));
    MarketScore score = tables.scorer().score(enrollee, diagnoses, drugs);
    JsonNode expected = aCase.path("expected");
    List<String> known = RiskScoreCases.texts(expected.path("hcc_list")).stream().sorted().toList();
    BigDecimal sum =
        expected.path("risk_score").decimalValue(BigDecimal.ZERO).setScale(3, RoundingMode.HALF_UP);
    var verdict =
        Verdict.of(
            aCase.path("id").asString(""),
            sum + " " + known,
            score.raw() + " " + score.categories());
    return verdict.passed()
        ? verdict
        : verdict.because(
            new MarketDifference(
                    expected, score, new MarketReasons(tables.scorer()), diagnoses, drugs)
                .cause(year, tables.year()));
  }

  static List<String> names(JsonNode details) {
    return List.copyOf(details.propertyNames());
  }

  static Set<String> names(MarketScore score) {
    var names = new TreeSet<String>();
    for (Coefficient term : score.terms()) names.add(term.name());
    return names;
  }
}

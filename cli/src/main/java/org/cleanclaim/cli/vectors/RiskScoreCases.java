package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hcc.RiskScorer;
import tools.jackson.databind.JsonNode;

/// Medicare members with their condition categories and raw score, by model and payment year. A
/// case passes when the categories after hierarchies and the score to three decimals are as known.
final class RiskScoreCases implements VectorLayout {
  @Override
  public String title() {
    return "Medicare risk scores";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("payment_year_tables")
        && firstCase.path("input").has("dual_elgbl_cd")
        && firstCase.path("expected").has("hcc_list");
  }

  private record Key(RiskModel model, int year) {}

  @Override
  public Engine open(VectorTables tables) {
    var risk =
        new InstalledRisk(
            tables.having(
                PublicationKind.RISK_DIAGNOSES,
                PublicationKind.RISK_MODELS,
                PublicationKind.RISK_EDITS));
    var scorers = new HashMap<Key, Optional<RiskScorer>>();
    return aCase -> {
      String id = aCase.path("id").asString("");
      JsonNode input = aCase.path("input");
      var model = RiskModel.titled(input.path("model").asString(""));
      if (model.isEmpty()) return Verdict.failed(id, "a score", "the model is not known here");
      var key =
          new Key(model.get(), Integer.parseInt(input.path("payment_year_tables").asString("0")));
      return scorers
          .computeIfAbsent(key, wanted -> risk.scorer(wanted.model(), wanted.year()))
          .map(scorer -> verdict(id, aCase, scorer, key.year()))
          .orElseGet(() ->
              Verdict.failed(id, "a score", "no tables of the year")
                  .because("the coefficients of %d are not installed".formatted(key.year())));
    };
  }

  private static Verdict verdict(String id, JsonNode aCase, RiskScorer scorer, int year) {
    RiskScore score =
        scorer.score(
            RiskMember.of(aCase.path("input")), texts(aCase.path("input").path("diagnosis_codes")));
    JsonNode expected = aCase.path("expected");
    List<Integer> categories =
        texts(expected.path("hcc_list")).stream().map(Integer::valueOf).sorted().toList();
    BigDecimal known =
        expected.path("risk_score").decimalValue(BigDecimal.ZERO).setScale(3, RoundingMode.HALF_UP);
    return Verdict.of(id, known + " " + categories, score.raw() + " " + score.categories())
        .because(RiskDifference.cause(score, year, aCase));
  }

  static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}

package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.PaymentScore;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.Enrollee;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.cleanclaim.grouping.hhs.MarketReasons;
import org.cleanclaim.grouping.hhs.MarketScore;
import org.cleanclaim.grouping.hhs.MarketScorer;
import org.cleanclaim.grouping.hhs.MetalLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Risk scores with their reasons, of the command `risk`, from the installed tables.
@RestController
class RiskResources {
  /// @param models the part of each model of the payment year
  record Answer(int paymentYear, BigDecimal score, List<Model> models) {}

  record Model(
      String model,
      String segment,
      BigDecimal raw,
      BigDecimal normalized,
      BigDecimal adjusted,
      BigDecimal part,
      List<RiskReasons.Condition> conditions,
      List<RiskReasons.Edited> edited,
      List<String> withoutCategory,
      List<Coefficient> terms) {}

  /// @param adjusted the score times the factor of reduced cost sharing
  record MarketAnswer(
      int benefitYear,
      String model,
      BigDecimal score,
      BigDecimal adjusted,
      List<MarketReasons.Category> conditions,
      List<MarketReasons.Left> left,
      List<Coefficient> terms) {}

  private final InstalledRisk risk;
  private final InstalledMarketRisk marketRisk;
  private final Map<Integer, Optional<PaymentScorer>> scorers = new ConcurrentHashMap<>();

  RiskResources(CodeSets codeSets) {
    this.risk = new InstalledRisk(codeSets);
    this.marketRisk = new InstalledMarketRisk(codeSets);
  }

  /// @param parameters of these `orec`, `dual`, `lti` and `new_enrollee`
  @GetMapping("/api/v1/risk")
  Answer score(
      @RequestParam("payment_year") String paymentYear,
      @RequestParam String age,
      @RequestParam String sex,
      @RequestParam(required = false) @Nullable String diagnoses,
      @RequestParam MultiValueMap<String, String> parameters) {
    CodeParameters.check();
    int year = RiskParameters.year("payment_year", paymentYear);
    Member member =
        RiskParameters.member(
            CodeParameters.number("age", age, 0, Member.OLDEST_YEARS),
            RiskParameters.sex(sex),
            parameters);
    List<String> codes = RiskParameters.codes(diagnoses);
    PaymentScorer scorer =
        scorers
            .computeIfAbsent(year, asked -> PaymentYear.of(asked).flatMap(risk::payment))
            .orElseThrow(() -> notInstalled(year));
    PaymentScore score = scorer.score(member, codes);
    var models = new ArrayList<Model>();
    for (int i = 0; i < scorer.scorers().size(); i++) {
      models.add(model(score.parts().get(i), new RiskReasons(scorer.scorers().get(i)), codes));
    }
    return new Answer(year, score.score(), models);
  }

  private static Model model(PaymentScore.Part part, RiskReasons reasons, List<String> codes) {
    RiskScore raw = part.raw();
    return new Model(
        raw.model().title(),
        raw.segment().title(),
        raw.raw(),
        part.normalized(),
        part.adjusted(),
        part.share().part(),
        reasons.conditions(raw, codes),
        reasons.edited(raw.member(), codes),
        reasons.withoutCategory(codes),
        raw.terms());
  }

  @GetMapping("/api/v1/risk/market")
  MarketAnswer marketScore(
      @RequestParam("benefit_year") String benefitYear,
      @RequestParam String age,
      @RequestParam String sex,
      @RequestParam String metal,
      @RequestParam(defaultValue = "12") String months,
      @RequestParam(defaultValue = "0") String csr,
      @RequestParam(required = false) @Nullable String diagnoses,
      @RequestParam(required = false) @Nullable String drugs) {
    CodeParameters.check();
    int year = RiskParameters.year("benefit_year", benefitYear);
    var enrollee =
        new Enrollee(
            CodeParameters.number("age", age, 0, Enrollee.OLDEST_YEARS),
            RiskParameters.sex(sex),
            CodeParameters.number("months", months, 1, 12),
            MetalLevel.of(metal)
                .orElseThrow(() ->
                    new BadInput(
                        "metal has to be platinum, gold, silver, bronze or catastrophic.")),
            CodeParameters.number("csr", csr, 0, 99));
    MarketScorer scorer = marketRisk.scorer(year).orElseThrow(() -> notInstalled(year));
    List<DatedDiagnosis> dated =
        RiskParameters.codes(diagnoses).stream()
            .map(code -> new DatedDiagnosis(code, enrollee.ageYears()))
            .toList();
    List<String> given = RiskParameters.codes(drugs);
    MarketScore score = scorer.score(enrollee, dated, given);
    var reasons = new MarketReasons(scorer);
    return new MarketAnswer(
        year,
        enrollee.model().title(),
        score.raw(),
        score.adjusted(),
        reasons.categories(score, dated, given),
        reasons.left(enrollee, dated),
        score.terms());
  }

  private static BadInput notInstalled(int year) {
    return new BadInput(
        "The rules or tables for %d are not known here. Install them with: cleanclaim codes install"
            .formatted(year));
  }
}

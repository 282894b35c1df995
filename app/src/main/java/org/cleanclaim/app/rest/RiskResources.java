package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hcc.DrugPlan;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.ModelFamily;
import org.cleanclaim.grouping.hcc.ModelPayment;
import org.cleanclaim.grouping.hcc.NotSeenAgain;
import org.cleanclaim.grouping.hcc.PaymentScore;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hcc.RiskScorer;
import org.cleanclaim.grouping.hcc.ValidDiagnoses;
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
  /// @param invalid diagnoses that were not valid for submission in the year of service; they are
  ///   left out
  record Answer(int paymentYear, BigDecimal score, List<Model> models, List<String> invalid) {}

  /// @param notSeenAgain conditions that counted last year and that no diagnosis of this year gives
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
      List<Coefficient> terms,
      List<RiskReasons.Condition> notSeenAgain) {}

  /// @param paymentScore null where the normalization of the year is not known here
  record ModelAnswer(
      int paymentYear,
      String model,
      String segment,
      BigDecimal raw,
      @Nullable BigDecimal normalization,
      @Nullable BigDecimal paymentScore,
      List<RiskReasons.Condition> conditions,
      List<RiskReasons.Edited> edited,
      List<String> withoutCategory,
      List<Coefficient> terms,
      List<RiskReasons.Condition> notSeenAgain,
      List<String> invalid) {}

  /// @param adjusted the score times the factor of reduced cost sharing
  record MarketAnswer(
      int benefitYear,
      String model,
      BigDecimal score,
      BigDecimal adjusted,
      List<MarketReasons.Category> conditions,
      List<MarketReasons.Left> left,
      List<Coefficient> terms,
      List<MarketReasons.Category> notSeenAgain,
      List<String> invalid) {}

  private final InstalledRisk risk;
  private final InstalledMarketRisk marketRisk;
  private final ValidDiagnoses valid;
  private final Map<Integer, Optional<PaymentScorer>> scorers = new ConcurrentHashMap<>();
  private final Map<ModelYear, Optional<RiskScorer>> models = new ConcurrentHashMap<>();

  private record ModelYear(RiskModel model, int year) {}

  RiskResources(CodeSets codeSets) {
    this.risk = new InstalledRisk(codeSets);
    this.marketRisk = new InstalledMarketRisk(codeSets);
    this.valid = new ValidDiagnoses(codeSets);
  }

  /// @param lastYear diagnoses of the year before those
  /// @param parameters of these `orec`, `dual`, `lti`, `new_enrollee` and `snp`
  @GetMapping("/api/v1/risk")
  Answer score(
      @RequestParam("payment_year") String paymentYear,
      @RequestParam String age,
      @RequestParam String sex,
      @RequestParam(required = false) @Nullable String diagnoses,
      @RequestParam(name = "last_year", required = false) @Nullable String lastYear,
      @RequestParam MultiValueMap<String, String> parameters) {
    CodeParameters.check();
    int year = RiskParameters.year("payment_year", paymentYear);
    Member member = member(age, sex, parameters);
    var codes = Codes.of(RiskParameters.codes(diagnoses), year - 1, valid);
    List<String> before = RiskParameters.codes(lastYear);
    PaymentScorer scorer =
        scorers
            .computeIfAbsent(year, asked -> PaymentYear.of(asked).flatMap(risk::payment))
            .orElseThrow(() -> notInstalled(year));
    PaymentScore score = scorer.score(member, codes.used());
    var models = new ArrayList<Model>();
    for (int i = 0; i < scorer.scorers().size(); i++) {
      models.add(model(score.parts().get(i), scorer.scorers().get(i), codes.used(), before));
    }
    return new Answer(year, score.score(), models, codes.invalid());
  }

  private static Member member(String age, String sex, MultiValueMap<String, String> parameters) {
    return RiskParameters.member(
        CodeParameters.number("age", age, 0, Member.OLDEST_YEARS),
        RiskParameters.sex(sex),
        parameters);
  }

  /// Diagnoses that can be used, and those that were not valid in the year of service.
  private record Codes(List<String> used, List<String> invalid) {
    static Codes of(List<String> codes, int serviceYear, ValidDiagnoses valid) {
      var invalid = codes.stream().filter(code -> !valid.isValid(code, serviceYear)).toList();
      return new Codes(codes.stream().filter(code -> !invalid.contains(code)).toList(), invalid);
    }
  }

  private static Model model(
      PaymentScore.Part part, RiskScorer scorer, List<String> codes, List<String> before) {
    RiskScore raw = part.raw();
    var reasons = new RiskReasons(scorer);
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
        raw.terms(),
        NotSeenAgain.conditions(scorer, raw.member(), before, codes));
  }

  /// The score of one model, such as those of end-stage renal disease and of drugs.
  ///
  /// @param plan for the models of drugs: ma_pd or pdp
  /// @param normalization the factor of the Rate Announcement, where it is not known here
  /// @param parameters beside those of {@link #score}, `kidney` and `low_income`
  @GetMapping("/api/v1/risk/model")
  ModelAnswer modelScore(
      @RequestParam("payment_year") String paymentYear,
      @RequestParam String model,
      @RequestParam String age,
      @RequestParam String sex,
      @RequestParam(required = false) @Nullable String diagnoses,
      @RequestParam(name = "last_year", required = false) @Nullable String lastYear,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable String normalization,
      @RequestParam MultiValueMap<String, String> parameters) {
    CodeParameters.check();
    int year = RiskParameters.year("payment_year", paymentYear);
    RiskModel wanted = RiskParameters.model(model);
    Member member = member(age, sex, parameters);
    if (wanted.family() == ModelFamily.RENAL && member.kidney() == KidneyStatus.NO_FAILURE) {
      throw new BadInput(
          "The ESRD models need kidney: dialysis, or the month after the transplant.");
    }
    DrugPlan ofDrugs = RiskParameters.plan(plan);
    BigDecimal stated = RiskParameters.normalization(normalization);
    var codes = Codes.of(RiskParameters.codes(diagnoses), year - 1, valid);
    List<String> before = RiskParameters.codes(lastYear);
    RiskScorer scorer =
        models
            .computeIfAbsent(
                new ModelYear(wanted, year), asked -> risk.scorer(asked.model(), asked.year()))
            .orElseThrow(() -> notInstalled(year));
    RiskScore score = scorer.score(member, codes.used());
    Optional<ModelPayment> payment =
        stated == null
            ? ModelPayment.of(score, year, ofDrugs)
            : Optional.of(ModelPayment.normalizedBy(score, stated));
    var reasons = new RiskReasons(scorer);
    return new ModelAnswer(
        year,
        wanted.title(),
        score.segment().title(),
        score.raw(),
        payment.map(ModelPayment::normalization).orElse(null),
        payment.map(ModelPayment::score).orElse(null),
        reasons.conditions(score, codes.used()),
        reasons.edited(member, codes.used()),
        reasons.withoutCategory(codes.used()),
        score.terms(),
        NotSeenAgain.conditions(scorer, member, before, codes.used()),
        codes.invalid());
  }

  /// @param lastYear diagnoses of the year before
  @GetMapping("/api/v1/risk/market")
  MarketAnswer marketScore(
      @RequestParam("benefit_year") String benefitYear,
      @RequestParam String age,
      @RequestParam String sex,
      @RequestParam String metal,
      @RequestParam(defaultValue = "12") String months,
      @RequestParam(defaultValue = "0") String csr,
      @RequestParam(required = false) @Nullable String diagnoses,
      @RequestParam(name = "last_year", required = false) @Nullable String lastYear,
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
    var codes = Codes.of(RiskParameters.codes(diagnoses), year, valid);
    List<DatedDiagnosis> dated =
        codes.used().stream().map(code -> new DatedDiagnosis(code, enrollee.ageYears())).toList();
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
        score.terms(),
        reasons.notSeenAgain(score, RiskParameters.codes(lastYear)),
        codes.invalid());
  }

  private static BadInput notInstalled(int year) {
    return new BadInput(
        "The rules or tables for %d are not known here. Install them with: cleanclaim codes install"
            .formatted(year));
  }
}

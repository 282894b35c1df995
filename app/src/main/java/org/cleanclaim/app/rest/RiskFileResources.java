package org.cleanclaim.app.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.cleanclaim.app.risk.FileRisk;
import org.cleanclaim.app.risk.RiskQuestion;
import org.cleanclaim.codesets.CodeSets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Risk scores of the members of files in the body: the answer of the command `risk`.
@RestController
class RiskFileResources {
  private final FileRisk risk;

  RiskFileResources(CodeSets codeSets) {
    this.risk = new FileRisk(codeSets);
  }

  /// @param paymentYear of Medicare; or
  /// @param benefitYear of the individual and small group markets
  /// @param model of Medicare, where not the scores that pay are asked for
  /// @param plan for the models of drugs: ma_pd or pdp
  /// @param normalization a factor, where it is not known here
  /// @param members each the text of an 837, of FHIR or of a table, or JSON; a list of JSON objects
  ///   is one file
  /// @param lastYear the same of the year before
  record RiskBody(
      @Nullable Integer paymentYear,
      @Nullable Integer benefitYear,
      @Nullable String model,
      @Nullable String plan,
      @Nullable String normalization,
      @Nullable JsonNode members,
      @Nullable JsonNode lastYear) {}

  @PostMapping("/api/v1/risk")
  Object scores(@RequestBody RiskBody body) throws IOException {
    CodeParameters.check();
    List<FileRisk.Source> sources = sources("members", body.members());
    if (sources.isEmpty()) throw new BadInput("State members.");
    return switch (risk.score(question(body), sources, sources("lastYear", body.lastYear()))) {
      case FileRisk.Answer.Given given -> given.scores().json();
      case FileRisk.Answer.Missing missing -> throw new IllegalStateException(missing.message());
    };
  }

  private static RiskQuestion question(RiskBody body) {
    Integer payment = body.paymentYear();
    Integer benefit = body.benefitYear();
    if ((payment == null) == (benefit == null)) {
      throw new BadInput("State either paymentYear or benefitYear.");
    }
    if (body.model() == null) {
      if (body.plan() != null || body.normalization() != null) {
        throw new BadInput("plan and normalization go with model.");
      }
      return payment == null
          ? new RiskQuestion.OfMarket(year("benefitYear", benefit))
          : new RiskQuestion.OfPayment(year("paymentYear", payment));
    }
    if (payment == null) throw new BadInput("model goes with paymentYear.");
    return new RiskQuestion.OfModel(
        year("paymentYear", payment),
        RiskParameters.model(body.model()),
        RiskParameters.plan(body.plan()),
        RiskParameters.normalization(body.normalization()));
  }

  private static int year(String name, @Nullable Integer year) {
    return RiskParameters.year(name, String.valueOf(year));
  }

  /// A list of texts is several files; anything else is one.
  private static List<FileRisk.Source> sources(String name, @Nullable JsonNode sent) {
    if (sent == null || sent.isNull()) return List.of();
    boolean areTexts = sent.isArray() && !sent.isEmpty() && sent.get(0).isString();
    return areTexts
        ? sent.valueStream().<FileRisk.Source>map(text -> new Sent(name, text)).toList()
        : List.of(new Sent(name, sent));
  }

  private record Sent(String name, JsonNode text) implements FileRisk.Source {
    @Override
    public InputStream open() {
      return SentClaims.stream(name, text);
    }
  }
}

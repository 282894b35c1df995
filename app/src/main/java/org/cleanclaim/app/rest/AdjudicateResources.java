package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.pricing.ClaimDecisions;
import org.cleanclaim.app.pricing.DecisionAnswers;
import org.cleanclaim.app.pricing.DiagnosisDates;
import org.cleanclaim.app.pricing.ReadClaims;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.file.PlanTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Claims decided by a contract and a plan: the answer of the command `adjudicate`.
@RestController
class AdjudicateResources {
  private final CodeSets codeSets;
  private final InstalledFees fees;

  AdjudicateResources(CodeSets codeSets) {
    this.codeSets = codeSets;
    this.fees = new InstalledFees(codeSets);
  }

  /// @param contract text of a contract file, YAML or JSON, that names no other file
  /// @param plan text of a plan file
  /// @param on day of receipt and payment; where it is not said, the day an 837 was prepared, else
  ///   the last day of service
  /// @param claims text of an 837, of FHIR or of a table, or JSON
  record AdjudicateBody(
      @Nullable String contract,
      @Nullable String plan,
      @Nullable String tier,
      @Nullable String on,
      @Nullable JsonNode claims) {}

  @PostMapping("/api/v1/adjudicate")
  List<Object> adjudicate(@RequestBody AdjudicateBody body) {
    CodeParameters.check();
    Contract contract = TermsTexts.contract(body.contract());
    PlanTerms plan = TermsTexts.plan(body.plan());
    LocalDate on = body.on() == null ? null : CodeParameters.day(body.on());
    ReadClaims read = SentClaims.read(body.claims());
    if (read.claims().isEmpty()) return DecisionAnswers.of(read.refusals());
    var terms =
        new ClaimDecisions.Terms(
            plan,
            contract,
            TermsTexts.tier(plan, body.tier()),
            fees,
            new DiagnosisDates(codeSets),
            claim -> on == null ? read.cameOn(claim) : on);
    return DecisionAnswers.of(ClaimDecisions.of(terms, read.claims()), read.refusals());
  }
}

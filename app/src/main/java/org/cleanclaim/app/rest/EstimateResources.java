package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.app.pricing.ClaimEstimates;
import org.cleanclaim.app.pricing.ReadClaims;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.file.PlanTerms;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What services will cost an insured patient: the answer of the command `estimate`.
@RestController
class EstimateResources {
  private final InstalledFees fees;
  private final AskedDay days;

  EstimateResources(CodeSets codeSets, AskedDay days) {
    this.days = days;
    this.fees = new InstalledFees(codeSets);
  }

  /// @param contract text of a contract file, YAML or JSON, that names no other file
  /// @param plan text of a plan file
  /// @param member number in the plan, of services
  /// @param dos day of service of services; today where it is not said
  /// @param claims in place of services: text of an 837, of FHIR or of a table, or JSON
  record EstimateBody(
      @Nullable String contract,
      @Nullable String plan,
      @Nullable String member,
      @Nullable String tier,
      @Nullable String dos,
      @Nullable List<ServiceBody> services,
      @Nullable JsonNode claims) {}

  @PostMapping("/api/v1/estimate")
  Object estimate(@RequestBody EstimateBody body) {
    CodeParameters.check();
    if (body.contract() == null || body.plan() == null) {
      throw new BadInput("State contract, plan, and member with services, or claims.");
    }
    Contract contract = TermsTexts.contract(body.contract());
    PlanTerms plan = TermsTexts.plan(body.plan());
    var estimates =
        new ClaimEstimates(plan, contract, TermsTexts.tier(plan, body.tier()), fees, days.of(null));
    if (body.claims() != null) {
      ReadClaims read = SentClaims.read(body.claims());
      return ClaimEstimates.json(estimates.of(read.claims()), read.refusals());
    }
    return services(estimates, body);
  }

  private Map<String, Object> services(ClaimEstimates estimates, EstimateBody body) {
    if (body.member() == null) throw new BadInput("State member, or claims.");
    LocalDate day = days.of(body.dos());
    var insured =
        estimates
            .member(body.member())
            .orElseThrow(() -> new BadInput("The plan has no member " + body.member() + "."));
    if (!insured.coverage().contains(day)) {
      throw new BadInput("The member is not covered on %s.".formatted(day));
    }
    var lines =
        ServiceBody.lines(body.services()).stream().map(line -> contractLine(line, day)).toList();
    return Answers.of(estimates.of(insured, day, lines));
  }

  private static ContractLine contractLine(ServiceLine line, LocalDate day) {
    Money charge = line.charge();
    if (charge == null) {
      throw new BadInput("Service %d needs its charge.".formatted(line.number()));
    }
    return new ContractLine(
        line.number(),
        new ProcedureCode(line.code()),
        null,
        line.modifiers().stream().map(Modifier::new).toList(),
        BigDecimal.valueOf(line.units()),
        charge,
        day,
        PlaceOfService.parse(line.placeOfService())
            .orElseThrow(() -> new BadInput(line.placeOfService() + " is no place of service.")));
  }
}

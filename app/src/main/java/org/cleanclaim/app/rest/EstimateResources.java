package org.cleanclaim.app.rest;

import java.io.FileNotFoundException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.estimate.PatientEstimate;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import org.cleanclaim.pricing.file.PlanFile;
import org.cleanclaim.pricing.file.PlanTerms;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What services will cost an insured patient: the answer of the command `estimate`.
@RestController
class EstimateResources {
  private final CodeSets codeSets;

  EstimateResources(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// @param contract text of a contract file, YAML or JSON, that names no other file
  /// @param plan text of a plan file
  /// @param member number in the plan
  /// @param dos day of service; today where it is not said
  record EstimateBody(
      @Nullable String contract,
      @Nullable String plan,
      @Nullable String member,
      @Nullable String tier,
      @Nullable String dos,
      @Nullable List<ServiceBody> services) {}

  @PostMapping("/api/v1/estimate")
  Map<String, Object> estimate(@RequestBody EstimateBody body) {
    CodeParameters.check();
    if (body.contract() == null || body.plan() == null || body.member() == null) {
      throw new BadInput("State contract, plan, member and services.");
    }
    Contract contract =
        content(
            ContractFile.read(
                "contract",
                new StringReader(body.contract()),
                name -> {
                  throw new FileNotFoundException(name);
                }));
    PlanTerms plan = content(PlanFile.read("plan", new StringReader(body.plan())));
    LocalDate day = CodeParameters.day(body.dos());
    var insured =
        plan.members().stream()
            .filter(m -> m.id().equals(body.member()))
            .findFirst()
            .orElseThrow(() -> new BadInput("The plan has no member " + body.member() + "."));
    if (!insured.coverage().contains(day)) {
      throw new BadInput("The member is not covered on %s.".formatted(day));
    }
    String tier = body.tier() == null ? NetworkTier.IN_NETWORK.slug() : body.tier();
    if (!tier.matches("[a-z][a-z0-9_-]{1,30}") || plan.plan().at(new NetworkTier(tier)).isEmpty()) {
      throw new BadInput("The plan has no tier " + tier + ".");
    }
    boolean isSameYear = plan.plan().yearOf(insured.openedOn()).contains(day);
    var basis =
        new PatientEstimate.Basis(
            contract,
            new InstalledFees(codeSets),
            plan.plan(),
            new NetworkTier(tier),
            line ->
                line.procedure() == null ? ServiceCategory.OTHER : plan.category(line.procedure()),
            isSameYear ? insured.opening() : Accumulators.NONE,
            insured.openedOn());
    var lines =
        ServiceBody.lines(body.services()).stream().map(line -> contractLine(line, day)).toList();
    return Answers.of(PatientEstimate.of(basis, lines, CodeParameters.day(null)));
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

  private static <T> T content(FileResult<T> result) {
    return switch (result) {
      case FileResult.Read<T> read -> read.content();
      case FileResult.Refused<T> refused ->
          throw new BadInput(String.join(" ", refused.problems()));
    };
  }
}

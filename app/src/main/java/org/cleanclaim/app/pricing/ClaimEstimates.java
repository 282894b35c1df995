package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.estimate.PatientEstimate;
import org.cleanclaim.pricing.file.PlanTerms;
import org.cleanclaim.pricing.file.PlanTerms.InsuredMember;
import org.jspecify.annotations.Nullable;

/// Estimates of planned services: those that somebody names, or the lines of claims not yet sent.
///
/// @param tier one of the plan's
/// @param madeOn the day of the estimate
public record ClaimEstimates(
    PlanTerms plan, Contract contract, NetworkTier tier, MedicareFees medicare, LocalDate madeOn) {

  /// @param estimate null where there is none, for the reason given
  public record Estimated(
      String claim, @Nullable PatientEstimate estimate, String reason, String remedy) {}

  /// The plan's member with a number.
  public Optional<InsuredMember> member(String id) {
    return plan.members().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /// What services of one day leave to a member who is covered on it.
  public PatientEstimate of(InsuredMember insured, LocalDate day, List<ContractLine> lines) {
    boolean isSameYear = plan.plan().yearOf(insured.openedOn()).contains(day);
    return PatientEstimate.of(
        new PatientEstimate.Basis(
            contract,
            medicare,
            plan.plan(),
            tier,
            line ->
                line.procedure() == null ? ServiceCategory.OTHER : plan.category(line.procedure()),
            isSameYear ? insured.opening() : Accumulators.NONE,
            insured.openedOn()),
        lines,
        madeOn);
  }

  /// Each claim's lines as planned services, each by what had been borne before all of them.
  public List<Estimated> of(List<Claim> claims) {
    return claims.stream().map(this::of).toList();
  }

  private Estimated of(Claim claim) {
    String number = claim.controlNumber().value();
    var id = claim.subscriber().memberId();
    var insured = id == null ? Optional.<InsuredMember>empty() : member(id.value());
    if (insured.isEmpty()) {
      return new Estimated(
          number, null, "The plan has no such member.", "Add the member to the plan file.");
    }
    LocalDate day = claim.servedFrom().orElse(madeOn);
    if (!insured.get().coverage().contains(day)) {
      return new Estimated(
          number,
          null,
          "The member is not covered on %s.".formatted(day),
          "Ask the plan, or make a good-faith estimate.");
    }
    return new Estimated(number, of(insured.get(), day, ContractLine.of(claim)), "", "");
  }

  /// As the API and `estimate --json` give it.
  public static List<Object> json(List<Estimated> estimates, List<ReadClaims.Refusal> refusals) {
    var list = new ArrayList<>();
    for (Estimated each : estimates) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("claim", each.claim());
      if (each.estimate() == null) {
        map.put("reason", each.reason());
        map.put("remedy", each.remedy());
      } else {
        map.putAll(Answers.of(each.estimate()));
      }
      list.add(map);
    }
    list.addAll(DecisionAnswers.of(refusals));
    return list;
  }
}

package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.claim.PayerClaimRule;
import org.cleanclaim.app.claim.PayerClaimRule.LateFacilityCharges;
import org.cleanclaim.app.claim.PayerClaimRule.VisitsOnClaim;
import org.cleanclaim.app.claim.PayerClaimRules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How visits become claims: several on one, and what each payer wants.
@RestController
@RequestMapping("/api/v1")
class ClaimMakingResources {
  record VisitsBody(@Nullable List<UUID> encounters) {}

  /// A claim that was made.
  record Made(UUID id, String controlNumber, String status, String billed) {}

  /// @param visitsOnClaim ONE, SAME_DAY or SAME_MONTH
  /// @param lateFacilityCharges CORRECTED_CLAIM or LATE_CHARGE_CLAIM
  record RuleBody(
      @Nullable String visitsOnClaim,
      @Nullable Boolean isSplitByYear,
      @Nullable String lateFacilityCharges,
      @Nullable String why) {}

  private final Claims claims;
  private final Encounters encounters;
  private final Payers payers;
  private final PayerClaimRules rules;

  ClaimMakingResources(Claims claims, Encounters encounters, Payers payers, PayerClaimRules rules) {
    this.claims = claims;
    this.encounters = encounters;
    this.payers = payers;
    this.rules = rules;
  }

  /// Bills visits of a patient on one claim.
  @PostMapping("/claims/combined")
  List<Made> combine(@RequestBody VisitsBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    List<UUID> visits = body.encounters() == null ? List.of() : body.encounters();
    var ids =
        visits.stream().map(v -> encounters.find(v).orElseThrow()).map(Encounter::id).toList();
    return switch (claims.billTogether(ids)) {
      case CreateResult.Created made ->
          made.all().stream().map(ClaimMakingResources::made).toList();
      case CreateResult.SelfPay _ -> List.of();
      case CreateResult.NotBillable(String message) -> throw new IllegalStateException(message);
    };
  }

  private static Made made(BilledClaim claim) {
    return new Made(
        claim.publicId(),
        claim.controlNumber(),
        claim.status().name(),
        claim.totalCharge().toString());
  }

  @GetMapping("/payers/{payer}/claim-rule")
  PayerClaimRule rule(@PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return rules.of(named(payer).id());
  }

  @PutMapping("/payers/{payer}/claim-rule")
  PayerClaimRule keep(@PathVariable String payer, @RequestBody RuleBody body) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    rules.keep(
        named(payer),
        new PayerClaimRule(
            one(VisitsOnClaim.values(), body.visitsOnClaim(), "visitsOnClaim"),
            Boolean.TRUE.equals(body.isSplitByYear()),
            one(LateFacilityCharges.values(), body.lateFacilityCharges(), "lateFacilityCharges"),
            BodyFields.text(body.why())));
    return rule(payer);
  }

  private static <E extends Enum<E>> E one(E[] values, @Nullable String text, String field) {
    return Arrays.stream(values)
        .filter(v -> v.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadInput(field + " has to be one of " + Arrays.toString(values) + "."));
  }

  private Payer named(String slug) {
    return payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();
  }
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.statement.AssistanceTier;
import org.cleanclaim.app.statement.BillingPolicies;
import org.cleanclaim.app.statement.BillingPolicy;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the practice bills its patients, by date.
@RestController
@RequestMapping("/api/v1/billing/policy")
class BillingPolicyResources {
  /// Each field that is left out stays as it is.
  ///
  /// @param assistanceTiers like `200=100 300=50`
  /// @param version as it was read
  record PolicyBody(
      @Nullable Integer daysToPay,
      @Nullable Integer cycleDays,
      @Nullable Integer statementsBeforeCollection,
      @Nullable Integer collectionDays,
      @Nullable Boolean charitableHospital,
      @Nullable String smallBalance,
      @Nullable Integer smallBalanceDays,
      @Nullable String smallBalanceYearly,
      @Nullable Integer planMostMonths,
      @Nullable String planLeastInstalment,
      @Nullable Integer planGraceDays,
      @Nullable Integer planMissedLimit,
      @Nullable Integer linkDays,
      @Nullable Integer disputeAnswerDays,
      @Nullable Integer creditDays,
      @Nullable String povertyBase,
      @Nullable String povertyPerPerson,
      @Nullable String povertySource,
      @Nullable String assistanceTiers,
      @Nullable LocalDate from,
      @Nullable Integer version) {
    BillingPolicy over(BillingPolicy old) {
      return new BillingPolicy(
          or(daysToPay, old.daysToPay()),
          or(cycleDays, old.cycleDays()),
          or(statementsBeforeCollection, old.statementsBeforeCollection()),
          or(collectionDays, old.collectionDays()),
          charitableHospital == null ? old.isCharitableHospital() : charitableHospital,
          amount("smallBalance", smallBalance, old.smallBalance()),
          or(smallBalanceDays, old.smallBalanceDays()),
          amount("smallBalanceYearly", smallBalanceYearly, old.smallBalanceYearly()),
          or(planMostMonths, old.planMostMonths()),
          amount("planLeastInstalment", planLeastInstalment, old.planLeastInstalment()),
          or(planGraceDays, old.planGraceDays()),
          or(planMissedLimit, old.planMissedLimit()),
          or(linkDays, old.linkDays()),
          or(disputeAnswerDays, old.disputeAnswerDays()),
          or(creditDays, old.creditDays()),
          amount("povertyBase", povertyBase, old.povertyBase()),
          amount("povertyPerPerson", povertyPerPerson, old.povertyPerPerson()),
          povertySource == null ? old.povertySource() : povertySource,
          assistanceTiers == null ? old.assistanceTiers() : AssistanceTier.read(assistanceTiers),
          or(version, old.version()));
    }

    private static int or(@Nullable Integer value, int otherwise) {
      return value == null ? otherwise : value;
    }

    private static Money amount(String name, @Nullable String text, Money otherwise) {
      return text == null ? otherwise : BillingFields.amount(name, text);
    }
  }

  private final BillingPolicies policies;
  private final BillingFields fields;

  BillingPolicyResources(BillingPolicies policies, BillingFields fields) {
    this.policies = policies;
    this.fields = fields;
  }

  @GetMapping
  BillingPolicy policy() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return policies.current();
  }

  @PutMapping
  BillingPolicy policy(@RequestBody PolicyBody body) {
    return policies.save(body.over(policies.latest()), fields.day(body.from()));
  }

  @GetMapping("/versions")
  List<BillingPolicies.Saved> versions() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return policies.history();
  }
}

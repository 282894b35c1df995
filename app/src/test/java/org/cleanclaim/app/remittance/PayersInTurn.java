package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.denial.MoneyDesk;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// Claims of the demo month whose patients have another policy, and what payers decide about them.
final class PayersInTurn {
  static final List<String> MEMBERS = List.of("5551234567", "LKP555123456");
  static final MoneyDesk desk = new MoneyDesk();
  static final Ledger ledger = desk.server.bean(Ledger.class);
  static final Payers payers = desk.server.bean(Payers.class);
  static final FollowingClaims following = desk.server.bean(FollowingClaims.class);

  private PayersInTurn() {}

  /// A claim of the demo month before its payer has decided, of a patient with another policy.
  static BilledClaim waiting() {
    var claim = desk.paid();
    cover(claim, PayerSequence.SECONDARY, otherPayer(claim).id(), member(otherPayer(claim)));
    desk.jdbc
        .sql("update claim set status = 'AT_PAYER' where claim_id = :id")
        .param("id", claim.id().value())
        .update();
    desk.jdbc
        .sql("update claim_payment set claim_id = null, match = 'UNMATCHED' where claim_id = :id")
        .param("id", claim.id().value())
        .update();
    owedAnew(claim);
    return desk.claims.get(claim.id());
  }

  // What the payer settled in the month is owed again.
  static void owedAnew(BilledClaim claim) {
    ledger.post(
        PostingDraft.of("CORRECTION", "Undecided", "test", "undecided-" + claim.id(), desk.today())
            .about(
                claim.patientId().value(),
                claim.encounterId().value(),
                claim.id().value(),
                claim.payerId())
            .debit(Account.INSURANCE_RECEIVABLE, claim.totalCharge(), null, "undecided")
            .credit(Account.UNBILLED, claim.totalCharge(), null, "undecided")
            .build());
  }

  static void cover(BilledClaim claim, PayerSequence sequence, long payer, String member) {
    desk.server
        .bean(Coverages.class)
        .add(
            new Coverage(
                0,
                claim.patientId(),
                payer,
                sequence,
                "Second plan",
                new MemberId(member),
                null,
                Relationship.SELF,
                null,
                null,
                null,
                null,
                EffectivePeriod.from(LocalDate.of(2020, 1, 1))));
  }

  static Payer otherPayer(BilledClaim claim) {
    return payers.all().stream()
        .filter(p -> p.id() != claim.payerId())
        .filter(p -> MEMBERS.stream().anyMatch(m -> m.matches(p.memberIdPattern())))
        .findFirst()
        .orElseThrow();
  }

  static String member(Payer payer) {
    return MEMBERS.stream()
        .filter(m -> m.matches(payer.memberIdPattern()))
        .findFirst()
        .orElseThrow();
  }

  /// Of each charge a half is allowed, a fifth of that is the patient's.
  static ServicePayment half(ServiceLine line, Adjustment... more) {
    Money allowed = line.charge().times(new BigDecimal("0.5"), RoundingMode.HALF_UP);
    Money share = allowed.times(new BigDecimal("0.2"), RoundingMode.HALF_UP);
    var adjustments = new ArrayList<Adjustment>();
    adjustments.add(Adjustment.of(AdjustmentGroup.CO, "45", line.charge().minus(allowed)));
    adjustments.add(Adjustment.of(AdjustmentGroup.PR, "2", share));
    adjustments.addAll(List.of(more));
    return service(line, allowed.minus(share), adjustments);
  }

  static ServicePayment service(ServiceLine line, Money paid, List<Adjustment> adjustments) {
    return new ServicePayment(
        "HC",
        line.procedure().value(),
        line.modifiers(),
        null,
        null,
        line.charge(),
        paid,
        line.unitsBilled(),
        null,
        line.servedFrom(),
        line.servedThrough(),
        line.controlNumber(),
        null,
        adjustments,
        List.of(),
        Particulars.NONE);
  }

  static long decide(
      Payer payer,
      String number,
      String status,
      String trace,
      @Nullable String crossover,
      List<ServicePayment> services) {
    Money charged = Money.sum(services.stream().map(ServicePayment::charged).toList());
    Money paid = Money.sum(services.stream().map(ServicePayment::paid).toList());
    Money owed =
        Money.sum(
            services.stream()
                .flatMap(s -> s.adjustments().stream())
                .filter(a -> a.group() == AdjustmentGroup.PR)
                .map(Adjustment::amount)
                .toList());
    var practice = desk.server.bean(Organizations.class).current();
    var claim =
        new ClaimPayment(
            number,
            status,
            charged,
            paid,
            owed,
            null,
            "ICN" + trace,
            null,
            null,
            null,
            null,
            null,
            crossover,
            null,
            null,
            null,
            List.of(),
            List.of(),
            services,
            Particulars.NONE);
    var remittance =
        new Remittance(
            payer.name(),
            payer.electronicId().value(),
            null,
            null,
            practice.name(),
            practice.npi().value(),
            null,
            trace,
            null,
            PaymentMethod.ACH,
            "C",
            paid,
            LocalDate.of(2026, 4, 20),
            null,
            List.of(claim),
            List.of(),
            Particulars.NONE);
    var posted = desk.server.bean(Remittances.class).postTyped(remittance);
    assertThat(posted).isInstanceOf(PostResult.Posted.class);
    long id =
        desk.jdbc
            .sql("select remittance_id from remittance where trace = :trace")
            .param("trace", trace)
            .query(Long.class)
            .single();
    desk.server.bean(NextPayers.class).bill(id);
    return id;
  }

  static Money moved(Map<Account, Money> before, Account account) {
    return ledger
        .balances()
        .getOrDefault(account, Money.ZERO)
        .minus(before.getOrDefault(account, Money.ZERO));
  }

  static List<ServicePayment> halves(BilledClaim claim) {
    return claim.snapshot().lines().stream().map(l -> half(l)).toList();
  }

  static Money owed(List<ServicePayment> services) {
    return Money.sum(
        services.stream()
            .flatMap(s -> s.adjustments().stream())
            .filter(a -> a.group() == AdjustmentGroup.PR)
            .map(Adjustment::amount)
            .toList());
  }
}

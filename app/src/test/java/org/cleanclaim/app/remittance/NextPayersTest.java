package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.FollowingClaims;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.ClaimStandings;
import org.cleanclaim.app.denial.MoneyDesk;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.submission.Submissions;
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
import org.junit.jupiter.api.Test;

/// Claims to the payers after the first: made from its decision, sent, forwarded, decided.
class NextPayersTest {
  private static final List<String> MEMBERS = List.of("5551234567", "LKP555123456");

  private final MoneyDesk desk = new MoneyDesk();
  private final Ledger ledger = desk.server.bean(Ledger.class);
  private final Payers payers = desk.server.bean(Payers.class);
  private final FollowingClaims following = desk.server.bean(FollowingClaims.class);
  private final ClaimStandings standings = desk.server.bean(ClaimStandings.class);

  /// A claim of the demo month before its payer has decided, of a patient with another policy.
  private BilledClaim waiting() {
    var claim = desk.paid();
    cover(claim, PayerSequence.SECONDARY, otherPayer(claim).id(), member(otherPayer(claim)));
    desk.jdbc
        .sql("update claim set status = 'AT_PAYER' where claim_id = :id")
        .param("id", claim.id().value())
        .update();
    owedAnew(claim);
    return desk.claims.get(claim.id());
  }

  // What the payer settled in the month is owed again.
  private void owedAnew(BilledClaim claim) {
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

  private void cover(BilledClaim claim, PayerSequence sequence, long payer, String member) {
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

  private Payer otherPayer(BilledClaim claim) {
    return payers.all().stream()
        .filter(p -> p.id() != claim.payerId())
        .filter(p -> MEMBERS.stream().anyMatch(m -> m.matches(p.memberIdPattern())))
        .findFirst()
        .orElseThrow();
  }

  private static String member(Payer payer) {
    return MEMBERS.stream()
        .filter(m -> m.matches(payer.memberIdPattern()))
        .findFirst()
        .orElseThrow();
  }

  /// Of each charge a half is allowed, a fifth of that is the patient's.
  private static ServicePayment half(ServiceLine line, Adjustment... more) {
    Money allowed = line.charge().times(new BigDecimal("0.5"), RoundingMode.HALF_UP);
    Money share = allowed.times(new BigDecimal("0.2"), RoundingMode.HALF_UP);
    var adjustments = new ArrayList<Adjustment>();
    adjustments.add(Adjustment.of(AdjustmentGroup.CO, "45", line.charge().minus(allowed)));
    adjustments.add(Adjustment.of(AdjustmentGroup.PR, "2", share));
    adjustments.addAll(List.of(more));
    return service(line, allowed.minus(share), adjustments);
  }

  private static ServicePayment service(
      ServiceLine line, Money paid, List<Adjustment> adjustments) {
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

  private long decide(
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

  private Money moved(Map<Account, Money> before, Account account) {
    return ledger
        .balances()
        .getOrDefault(account, Money.ZERO)
        .minus(before.getOrDefault(account, Money.ZERO));
  }

  private List<ServicePayment> halves(BilledClaim claim) {
    return claim.snapshot().lines().stream().map(l -> half(l)).toList();
  }

  private static Money owed(List<ServicePayment> services) {
    return Money.sum(
        services.stream()
            .flatMap(s -> s.adjustments().stream())
            .filter(a -> a.group() == AdjustmentGroup.PR)
            .map(Adjustment::amount)
            .toList());
  }

  @Test
  void whatTheFirstPayerLeavesGoesToTheSecondWithItsDecisionLineByLine() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var before = ledger.balances();
          var services = halves(first);
          var primary = payers.get(first.payerId());
          decide(primary, first.controlNumber(), "1", "NP1", null, services);

          Money owed = owed(services);
          assertThat(moved(before, Account.PATIENT_RECEIVABLE)).isEqualTo(Money.ZERO);
          assertThat(moved(before, Account.UNBILLED)).isEqualTo(owed);
          var second = following.next(first.id()).orElseThrow();
          assertThat(second.status())
              .as("%s", desk.claims.findings(second.id()))
              .isEqualTo(ClaimStatus.READY);
          assertThat(second.owed()).isEqualTo(owed);
          assertThat(second.totalCharge()).isEqualTo(first.totalCharge());
          assertThat(second.snapshot().subscriber().sequence()).isEqualTo(PayerSequence.SECONDARY);
          assertThat(standings.of(desk.claims.get(first.id())).next())
              .contains(second.controlNumber());

          var sent =
              (Submissions.SubmitResult.Submitted)
                  desk.server.bean(Submissions.class).submit(payers.get(second.payerId()));
          String file =
              new String(
                  desk.server.bean(FileExchange.class).content(sent.files().getFirst()),
                  StandardCharsets.UTF_8);
          var line = services.getFirst();
          assertThat(file)
              .contains("SBR*S*18", "SBR*P*18", "AMT*D*", "REF*F8*ICNNP1", "DTP*573*D8*20260420")
              .contains("SVD*" + primary.electronicId().value() + "*" + line.paid().toX12())
              .contains("CAS*CO*45*" + line.adjustments().get(0).amount().toX12())
              .contains("CAS*PR*2*" + line.adjustments().get(1).amount().toX12())
              .contains("AMT*EAF*" + line.adjustments().get(1).amount().toX12());
          assertThat(moved(before, Account.UNBILLED)).isEqualTo(Money.ZERO);
          assertThat(ledger.claimBalance(second.id().value())).isEqualTo(owed);
        });
  }

  @Test
  void thePatientOwesWhatTheLastPayerLeaves() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var before = ledger.balances();
          var services = halves(first);
          decide(payers.get(first.payerId()), first.controlNumber(), "1", "NP2", null, services);
          var second = following.next(first.id()).orElseThrow();
          desk.server.bean(Submissions.class).submit(payers.get(second.payerId()));

          var answers = new ArrayList<ServicePayment>();
          for (int i = 0; i < services.size(); i++) {
            var line = second.snapshot().lines().get(i);
            Money share = services.get(i).adjustments().get(1).amount();
            Money kept = share.min(Money.of("1.00"));
            answers.add(
                service(
                    line,
                    share.minus(kept),
                    List.of(
                        Adjustment.of(AdjustmentGroup.OA, "23", line.charge().minus(share)),
                        Adjustment.of(AdjustmentGroup.PR, "3", kept))));
          }
          decide(payers.get(second.payerId()), second.controlNumber(), "2", "NP3", null, answers);

          assertThat(ledger.claimBalance(second.id().value())).isEqualTo(Money.ZERO);
          assertThat(moved(before, Account.PATIENT_RECEIVABLE)).isEqualTo(owed(answers));
          assertThat(desk.claims.get(second.id()).status()).isEqualTo(ClaimStatus.ADJUDICATED);
          assertThat(standings.of(desk.claims.get(second.id())).next()).startsWith("Nothing");
          assertThat(following.next(second.id())).isEmpty();
          assertThat(ledger.totals().isBalanced()).isTrue();
        });
  }

  @Test
  void aForwardedClaimIsNotSentAgainAndItsAnswerBearsTheFirstNumber() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var services = halves(first);
          var before = ledger.balances();
          decide(payers.get(first.payerId()), first.controlNumber(), "19", "NP4", "Next", services);

          var second = following.next(first.id()).orElseThrow();
          assertThat(second.status()).isEqualTo(ClaimStatus.AT_PAYER);
          assertThat(second.following().isForwarded()).isTrue();
          assertThat(ledger.claimBalance(second.id().value())).isEqualTo(owed(services));
          var clock =
              desk.server
                  .bean(Deadlines.class)
                  .find(ClockKind.FORWARDED_CLAIM, "claim " + second.controlNumber(), 1)
                  .orElseThrow();
          assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 5, 20));

          var answers = new ArrayList<ServicePayment>();
          for (int i = 0; i < services.size(); i++) {
            var line = first.snapshot().lines().get(i);
            Money share = services.get(i).adjustments().get(1).amount();
            answers.add(
                service(
                    line,
                    share,
                    List.of(Adjustment.of(AdjustmentGroup.OA, "23", line.charge().minus(share)))));
          }
          decide(payers.get(second.payerId()), first.controlNumber(), "2", "NP5", null, answers);

          assertThat(desk.claims.get(second.id()).status()).isEqualTo(ClaimStatus.ADJUDICATED);
          assertThat(ledger.claimBalance(second.id().value())).isEqualTo(Money.ZERO);
          assertThat(moved(before, Account.PATIENT_RECEIVABLE)).isEqualTo(Money.ZERO);
        });
  }

  @Test
  void aForwardedClaimThatNeverCameIsSentAndOneWithoutPayerIsThePatients() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var services = halves(first);
          var before = ledger.balances();
          decide(payers.get(first.payerId()), first.controlNumber(), "19", "NP6", "Next", services);
          var second = following.next(first.id()).orElseThrow();

          var own = following.sendForwarded(second.publicId(), "They never got it");
          assertThat(own.status()).isEqualTo(ClaimStatus.READY);
          assertThatThrownBy(() -> following.sendForwarded(second.publicId(), "And once more"))
              .isInstanceOf(IllegalStateException.class);
          var given = following.leaveToPatient(second.publicId(), "The policy had ended");

          assertThat(given.status()).isEqualTo(ClaimStatus.VOIDED);
          assertThat(ledger.claimBalance(second.id().value())).isEqualTo(Money.ZERO);
          assertThat(moved(before, Account.UNBILLED)).isEqualTo(Money.ZERO);
          assertThat(moved(before, Account.PATIENT_RECEIVABLE)).isEqualTo(owed(services));
        });
  }

  @Test
  void aNewDecisionOfTheFirstPayerRemakesAnUnsentClaimAndOnlyTellsASentOne() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var primary = payers.get(first.payerId());
          decide(primary, first.controlNumber(), "1", "NP7", null, halves(first));
          var second = following.next(first.id()).orElseThrow();
          var paidMore =
              first.snapshot().lines().stream()
                  .map(l ->
                      service(
                          l,
                          l.charge().minus(Money.of("2.00")),
                          List.of(Adjustment.of(AdjustmentGroup.PR, "2", Money.of("2.00")))))
                  .toList();

          decide(primary, first.controlNumber(), "1", "NP8", null, paidMore);

          var remade = desk.claims.get(second.id());
          assertThat(remade.revision()).isGreaterThan(second.revision());
          assertThat(remade.owed()).isEqualTo(owed(paidMore));
          desk.server.bean(Submissions.class).submit(payers.get(second.payerId()));
          decide(primary, first.controlNumber(), "1", "NP9", null, halves(first));
          assertThat(desk.claims.get(second.id()).snapshot()).isEqualTo(remade.snapshot());
          assertThat(desk.claims.timeline(second.id()))
              .anyMatch(e -> e.what().equals("Payer before decided again"));
        });
  }

  @Test
  void aThirdPayerFollowsTheSecondWithBothDecisions() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var first = waiting();
          var third =
              payers.all().stream()
                  .filter(p -> p.id() != first.payerId() && p.id() != otherPayer(first).id())
                  .findFirst()
                  .orElseThrow();
          cover(first, PayerSequence.TERTIARY, third.id(), "TER1");
          var services = halves(first);
          decide(payers.get(first.payerId()), first.controlNumber(), "1", "NP10", null, services);
          var second = following.next(first.id()).orElseThrow();
          desk.server.bean(Submissions.class).submit(payers.get(second.payerId()));
          var answers = new ArrayList<ServicePayment>();
          for (int i = 0; i < services.size(); i++) {
            var line = second.snapshot().lines().get(i);
            Money share = services.get(i).adjustments().get(1).amount();
            answers.add(
                service(
                    line,
                    Money.ZERO,
                    List.of(
                        Adjustment.of(AdjustmentGroup.OA, "23", line.charge().minus(share)),
                        Adjustment.of(AdjustmentGroup.PR, "1", share))));
          }
          var before = ledger.balances();
          decide(payers.get(second.payerId()), second.controlNumber(), "2", "NP11", null, answers);

          var last = following.next(second.id()).orElseThrow();
          assertThat(last.snapshot().subscriber().sequence()).isEqualTo(PayerSequence.TERTIARY);
          assertThat(last.snapshot().otherCoverages()).hasSize(2);
          assertThat(last.snapshot().lines().getFirst().priorAdjudications()).hasSize(2);
          assertThat(last.owed()).isEqualTo(owed(answers));
          assertThat(moved(before, Account.PATIENT_RECEIVABLE)).isEqualTo(Money.ZERO);
          assertThat(following.payersInTurn(last)).hasSize(3);
        });
  }
}

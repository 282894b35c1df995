package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.remittance.PayersInTurn.cover;
import static org.cleanclaim.app.remittance.PayersInTurn.decide;
import static org.cleanclaim.app.remittance.PayersInTurn.desk;
import static org.cleanclaim.app.remittance.PayersInTurn.following;
import static org.cleanclaim.app.remittance.PayersInTurn.halves;
import static org.cleanclaim.app.remittance.PayersInTurn.ledger;
import static org.cleanclaim.app.remittance.PayersInTurn.moved;
import static org.cleanclaim.app.remittance.PayersInTurn.otherPayer;
import static org.cleanclaim.app.remittance.PayersInTurn.owed;
import static org.cleanclaim.app.remittance.PayersInTurn.payers;
import static org.cleanclaim.app.remittance.PayersInTurn.service;
import static org.cleanclaim.app.remittance.PayersInTurn.waiting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.denial.ClaimStandings;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.junit.jupiter.api.Test;

/// Claims to the payers after the first: made from its decision, sent, decided.
class NextPayersTest {
  private final ClaimStandings standings = desk.server.bean(ClaimStandings.class);

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

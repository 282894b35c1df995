package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.app.remittance.PayersInTurn.decide;
import static org.cleanclaim.app.remittance.PayersInTurn.desk;
import static org.cleanclaim.app.remittance.PayersInTurn.following;
import static org.cleanclaim.app.remittance.PayersInTurn.halves;
import static org.cleanclaim.app.remittance.PayersInTurn.ledger;
import static org.cleanclaim.app.remittance.PayersInTurn.moved;
import static org.cleanclaim.app.remittance.PayersInTurn.owed;
import static org.cleanclaim.app.remittance.PayersInTurn.payers;
import static org.cleanclaim.app.remittance.PayersInTurn.service;
import static org.cleanclaim.app.remittance.PayersInTurn.waiting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.junit.jupiter.api.Test;

/// Claims that a payer says it sent on to the next one itself.
class ForwardedClaimsTest {
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
}

package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimDecisions;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.claim.CorrectionRefusal;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.junit.jupiter.api.Test;

class ClaimCorrectionsTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final ClaimCorrections corrections = desk.server.bean(ClaimCorrections.class);
  private final Ledger ledger = desk.server.bean(Ledger.class);

  private BilledClaim now(BilledClaim claim) {
    return desk.claims.get(claim.id());
  }

  private Money owed(BilledClaim claim) {
    return ledger.claimBalance(claim.id().value());
  }

  private Money receivable() {
    return ledger.balances().get(Account.INSURANCE_RECEIVABLE);
  }

  private BilledClaim sent(BilledClaim claim, Correction how) {
    var made = corrections.correct(claim.publicId(), how, "", "The modifier was missing");
    desk.claims.sent(List.of(desk.claims.get(made.id())), desk.file(), "000000777");
    return made;
  }

  @Test
  void aReplacementIsTheClaimAgainUnderItsOwnNumberWithThePayersNumber() {
    desk.undone(
        Role.BILLER,
        () -> {
          var earlier = desk.denied();

          var made =
              corrections.correct(
                  earlier.publicId(), Correction.REPLACEMENT, "", "The modifier was missing");

          var snapshot = made.snapshot();
          assertThat(snapshot.frequency()).isEqualTo(ClaimFrequency.REPLACEMENT);
          assertThat(snapshot.payerClaimControlNumber())
              .isEqualTo(earlier.payerClaimControlNumber());
          assertThat(made.controlNumber()).isNotEqualTo(earlier.controlNumber());
          assertThat(snapshot.lines())
              .allMatch(l -> l.controlNumber().startsWith(made.controlNumber()));
          assertThat(snapshot.totalCharge()).isEqualTo(earlier.totalCharge());
          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.ADJUDICATED);
          assertThat(corrections.chain(made.id()))
              .extracting(BilledClaim::id)
              .containsExactly(earlier.id(), made.id());
          assertThat(desk.claims.findings(made.id()))
              .as("the earlier claim is no duplicate of its correction")
              .noneMatch(f -> f.ruleId().contains("DUP"));
        });
  }

  @Test
  void whatIsOwedMovesOnceAndIsNeverDoubled() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var earlier = desk.denied();
          Money before = owed(earlier);
          Money all = receivable();
          assertThat(before.isPositive()).isTrue();

          var made = sent(earlier, Correction.REPLACEMENT);
          assertThat(owed(made)).isEqualTo(Money.ZERO);
          assertThat(owed(earlier)).isEqualTo(before);
          assertThat(receivable()).isEqualTo(all);

          desk.claims.acceptedByPayer(made.id(), "NEW1", desk.file());
          desk.claims.acceptedByPayer(made.id(), "NEW1", desk.file());
          assertThat(owed(made)).isEqualTo(before);
          assertThat(owed(earlier)).isEqualTo(Money.ZERO);
          assertThat(receivable()).isEqualTo(all);
          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.REPLACED);
          assertThat(now(made).status()).isEqualTo(ClaimStatus.AT_PAYER);

          var atPayer = desk.server.bean(ClaimsAtPayer.class);
          var chain = List.of(earlier.id().value(), made.id().value());
          var overtaken = List.of(earlier.id().value());
          atPayer.correctionsOwed(chain, overtaken, "answer");
          atPayer.correctionsOwed(chain, overtaken, "answer again");
          assertThat(owed(made)).isEqualTo(made.totalCharge());
          assertThat(owed(earlier)).isEqualTo(before.minus(earlier.totalCharge()));
          assertThat(receivable()).isEqualTo(all);
          assertThat(ledger.totals().isBalanced()).isTrue();
        });
  }

  @Test
  void aRejectedReplacementLeavesTheEarlierClaimStanding() {
    desk.undone(
        Role.BILLER,
        () -> {
          var earlier = desk.denied();
          Money before = owed(earlier);
          var made = sent(earlier, Correction.REPLACEMENT);

          desk.claims.rejected(made.id(), "A7/562", desk.file());

          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.ADJUDICATED);
          assertThat(owed(earlier)).isEqualTo(before);
          assertThat(owed(made)).isEqualTo(Money.ZERO);
        });
  }

  @Test
  void aLateAnswerToTheEarlierClaimChangesNoState() {
    desk.undone(
        Role.BILLER,
        () -> {
          var earlier = desk.denied();
          var made = sent(earlier, Correction.REPLACEMENT);
          desk.claims.acceptedByPayer(made.id(), "NEW1", desk.file());

          desk.claims.adjudicated(earlier.id(), "The 835 pays 10.00", "OLD9", desk.file());
          desk.claims.acceptedByPayer(earlier.id(), "OLD9", desk.file());
          desk.claims.rejected(earlier.id(), "late", desk.file());

          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.REPLACED);
          assertThat(desk.claims.timeline(earlier.id()))
              .anyMatch(
                  e -> e.what().equals("Answer after its correction") && e.why().contains("10.00"));
        });
  }

  @Test
  void anUnsentReplacementTakesThePayersLatestNumberUnlessOneWasTyped() {
    desk.undone(
        Role.BILLER,
        () -> {
          var earlier = desk.denied();
          var made =
              corrections.correct(
                  earlier.publicId(), Correction.REPLACEMENT, "", "The modifier was missing");

          desk.claims.adjudicated(earlier.id(), "again", "LATER7", desk.file());

          assertThat(now(made).snapshot().payerClaimControlNumber()).isEqualTo("LATER7");
          corrections.withdraw(made.publicId(), "Typed anew");
          var typed =
              corrections.correct(
                  earlier.publicId(), Correction.REPLACEMENT, "TYPED1", "The modifier was missing");
          desk.claims.adjudicated(earlier.id(), "again", "LATER8", desk.file());
          assertThat(now(typed).snapshot().payerClaimControlNumber()).isEqualTo("TYPED1");
        });
  }

  @Test
  void aVoidTakesTheClaimBackAndItsChargesAreUnbilledAgain() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var earlier = desk.paid();
          Money unbilled = ledger.unbilledBalance(earlier.encounterId().value());
          var made = sent(earlier, Correction.VOID);
          assertThat(made.status()).isEqualTo(ClaimStatus.READY);
          assertThat(made.snapshot().frequency()).isEqualTo(ClaimFrequency.VOID);

          desk.claims.acceptedByPayer(made.id(), null, desk.file());

          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.VOIDED);
          assertThat(ledger.unbilledBalance(earlier.encounterId().value()))
              .isEqualTo(unbilled.plus(earlier.totalCharge()));
          // The payer's answer carries the void's number: the money comes back to the claim it
          // voids.
          Money open = owed(earlier);
          ledger.post(
              PostingDraft.of("REVERSAL", "taken back", "remittance", "test-void", desk.today())
                  .about(
                      earlier.patientId().value(),
                      earlier.encounterId().value(),
                      made.id().value(),
                      earlier.payerId())
                  .debit(Account.INSURANCE_RECEIVABLE, Money.of("25"), null, "back")
                  .credit(Account.DEPOSIT_IN_TRANSIT, Money.of("25"), null, "back")
                  .build());
          desk.claims.adjudicated(made.id(), "reversed", null, desk.file());
          assertThat(owed(made)).isEqualTo(Money.ZERO);
          assertThat(owed(earlier)).isEqualTo(open.plus(Money.of("25")));
        });
  }

  @Test
  void aChainGoesOnFromItsLastClaimOnly() {
    desk.undone(
        Role.BILLER,
        () -> {
          var first = desk.denied();
          var second = sent(first, Correction.REPLACEMENT);
          assertThatThrownBy(
                  () -> corrections.correct(first.publicId(), Correction.VOID, "", "Another one"))
              .isInstanceOf(CorrectionRefusal.class)
              .hasMessageContaining(second.controlNumber());
          desk.claims.acceptedByPayer(second.id(), "NEW1", desk.file());

          var third = sent(now(second), Correction.REPLACEMENT);
          desk.claims.acceptedByPayer(third.id(), "NEW2", desk.file());

          assertThat(corrections.chain(first.id())).hasSize(3);
          assertThat(now(second).status()).isEqualTo(ClaimStatus.REPLACED);
          assertThat(third.snapshot().payerClaimControlNumber()).isEqualTo("NEW1");
        });
  }

  @Test
  void withoutThePayersNumberAReplacementIsRefusedAndANewClaimIsNot() {
    desk.undone(
        Role.BILLER,
        () -> {
          var earlier = desk.denied();
          desk.jdbc
              .sql("update claim set payer_claim_control_number = null where claim_id = :id")
              .param("id", earlier.id().value())
              .update();

          assertThatThrownBy(() ->
                  corrections.correct(
                      earlier.publicId(), Correction.REPLACEMENT, "", "The modifier"))
              .isInstanceOf(CorrectionRefusal.class)
              .hasMessageContaining("277CA or the 835");
          var anew =
              corrections.correct(
                  earlier.publicId(), Correction.RESUBMISSION, "", "The modifier was missing");
          assertThat(anew.snapshot().frequency()).isEqualTo(ClaimFrequency.ORIGINAL);
          assertThat(anew.snapshot().payerClaimControlNumber()).isNull();
        });
  }

  @Test
  void decisionsThatWereWrittenElsewhereHaveTheSameConsequences() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var decisions = desk.server.bean(ClaimDecisions.class);
          var earlier = desk.denied();
          var made = sent(earlier, Correction.REPLACEMENT);
          Money before = owed(earlier);
          adjudicate(made);

          decisions.followUp(List.of(made.id().value()));
          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.REPLACED);
          assertThat(owed(made)).isEqualTo(before);

          adjudicate(earlier);
          decisions.followUp(List.of(earlier.id().value(), made.id().value()));
          assertThat(now(earlier).status()).isEqualTo(ClaimStatus.REPLACED);
          assertThat(now(made).status()).isEqualTo(ClaimStatus.ADJUDICATED);
          assertThat(owed(made)).isEqualTo(before);
        });
  }

  private void adjudicate(BilledClaim claim) {
    desk.jdbc
        .sql("update claim set status = 'ADJUDICATED' where claim_id = :id")
        .param("id", claim.id().value())
        .update();
  }
}

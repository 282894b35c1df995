package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.Correction;
import org.cleanclaim.app.contract.PayerContact;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock.State;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.payerrule.RuleText;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DenialDeskTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final Denials denials = desk.server.bean(Denials.class);
  private final DenialDesk acts = desk.server.bean(DenialDesk.class);
  private final Appeals appeals = desk.server.bean(Appeals.class);
  private final Deadlines deadlines = desk.server.bean(Deadlines.class);
  private final PayerDirectory directory = desk.server.bean(PayerDirectory.class);
  private final Ledger ledger = desk.server.bean(Ledger.class);

  private DenialCase now(DenialCase denial) {
    return denials.find(denial.publicId()).orElseThrow();
  }

  private DenialCase open() {
    return denials.ofClaim(desk.denied().id().value()).getFirst();
  }

  @Test
  void aCaseSaysWhatItMeansAndRunsTheClockOfItsAppeal() {
    desk.undone(
        Role.BILLER,
        () -> {
          var denial = desk.refuse(desk.paid(), "CO", "50");

          assertThat(denial.cause()).isEqualTo("medical-necessity");
          assertThat(denial.proposedAction()).isEqualTo(Action.APPEAL);
          var clock =
              deadlines.find(ClockKind.APPEAL, "denial " + denial.publicId(), 1).orElseThrow();
          assertThat(clock.state()).isEqualTo(State.RUNNING);
          assertThat(clock.dueOn()).isEqualTo(denial.actBy());
          assertThat(denials.events(denial)).extracting(CaseEvent::what).contains("Opened");
        });
  }

  @Test
  void anUnprocessableClaimGetsNoAppealClockAndANewClaim() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          var denial = desk.refuse(claim, "CO", "16", "MA130");

          assertThat(denial.proposedAction()).isEqualTo(Action.CORRECT_AND_REBILL);
          assertThat(deadlines.find(ClockKind.APPEAL, "denial " + denial.publicId(), 1)).isEmpty();
          assertThatThrownBy(() -> appeals.write(denial.publicId()))
              .isInstanceOf(DenialRefusal.class)
              .hasMessageContaining("MA130");
          var made = acts.correct(denial.publicId(), "The ordering provider was missing");
          assertThat(made.correction()).isEqualTo(Correction.RESUBMISSION);
          assertThat(now(denial).status()).isEqualTo(Status.IN_WORK);
        });
  }

  @Test
  void anAppealNeedsItsEvidenceAndGoesLevelByLevel() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var claim = desk.paid();
          desk.server
              .bean(PayerTerms.class)
              .enter(
                  claim.payerId(),
                  new PayerTerms.Terms(
                      null,
                      java.util.List.of(
                          new PayerTerms.TermLevel("First appeal", 4000, 60),
                          new PayerTerms.TermLevel("Second appeal", 4000, null)),
                      "Contract, section 9"));
          var denial = desk.refuse(claim, "CO", "50");
          assertThatThrownBy(() -> appeals.write(denial.publicId()))
              .isInstanceOf(DenialRefusal.class)
              .hasMessageContaining("medical record");
          denials.addEvidence(
              denial.publicId(), EvidenceKind.MEDICAL_RECORD, "Note of the visit, page 2");

          appeals.write(denial.publicId());
          appeals.send(denial.publicId(), desk.today(), "fax", "REF-1");

          assertThat(now(denial).status()).isEqualTo(Status.APPEALED);
          String subject = "denial " + denial.publicId();
          assertThat(deadlines.find(ClockKind.APPEAL, subject, 1).orElseThrow().state())
              .isEqualTo(State.MET);
          assertThat(deadlines.find(ClockKind.APPEAL_DECISION, subject, 1).orElseThrow().dueOn())
              .isEqualTo(desk.today().plusDays(60));
          assertThatThrownBy(() -> acts.close(denial.publicId(), "No patience"))
              .isInstanceOf(DenialRefusal.class);

          appeals.decide(denial.publicId(), desk.today(), Money.ZERO);
          assertThat(now(denial).status()).isEqualTo(Status.IN_WORK);
          assertThat(deadlines.find(ClockKind.APPEAL, subject, 2).orElseThrow().state())
              .isEqualTo(State.RUNNING);

          appeals.write(denial.publicId());
          appeals.send(denial.publicId(), desk.today(), "mail", "");
          appeals.decide(denial.publicId(), desk.today(), denial.amount());
          assertThat(now(denial).status()).isEqualTo(Status.WON);
          assertThat(now(denial).recovered()).isEqualTo(denial.amount());
        });
  }

  private static PayerContact contact(@Nullable Address appeals) {
    return new PayerContact("PO Box 118", "Dayton", "OH", "45401", appeals, "", "", "", "", null);
  }

  @Test
  void theLetterGoesWhereThePayerTakesAppealsOrElseClaims() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var claim = desk.paid();
          var denial = desk.refuse(claim, "CO", "50");
          denials.addEvidence(
              denial.publicId(), EvidenceKind.MEDICAL_RECORD, "Note of the visit, page 2");
          denials.addEvidence(
              denial.publicId(), EvidenceKind.GOOD_CAUSE, "The notice came to another address");
          var payer = desk.server.bean(Payers.class).get(claim.payerId());

          directory.keep(payer, contact(null));
          appeals.write(denial.publicId());
          assertThat(text(appeals.pdf(denial, 1)))
              .containsSubsequence(payer.name(), "Appeals", "PO Box 118", "Dayton, OH 45401");

          directory.keep(payer, contact(new Address("PO Box 9", null, "Toledo", "OH", "43601")));
          appeals.write(denial.publicId());
          assertThat(text(appeals.pdf(denial, 1)))
              .containsSubsequence(payer.name(), "Appeals", "PO Box 9", "Toledo, OH 43601")
              .doesNotContain("Dayton");
        });
  }

  @Test
  void theLetterSaysWhatIsOnRecordAndNothingElse() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          var denial = desk.refuse(claim, "CO", "50", "N115");
          denials.addEvidence(
              denial.publicId(), EvidenceKind.MEDICAL_RECORD, "Note of the visit, page 2");
          denials.addEvidence(
              denial.publicId(), EvidenceKind.GOOD_CAUSE, "The notice came to another address");

          appeals.write(denial.publicId());

          String text = text(appeals.pdf(denial, 1));
          assertThat(text)
              .contains(claim.controlNumber(), claim.payerClaimControlNumber())
              .contains("CO-50 N115", "Note of the visit, page 2")
              .contains("for this cause: The notice came to another address")
              .as("what argues for another cause stays out")
              .doesNotContain("Proof of timely filing")
              .contains(claim.snapshot().payer().name())
              .doesNotContain("null", "{", "authorized");
        });
  }

  @Test
  void aWriteOffTakesNoMoreThanIsOpenAndFromWhoeverOwesIt() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var denial = open();
          Money before = ledger.claimBalance(denial.claimId());
          acts.close(denial.publicId(), "Too late to appeal");
          assertThat(ledger.claimBalance(denial.claimId()))
              .isEqualTo(before.minus(denial.amount()));

          var claim = desk.paid();
          Money payer = ledger.claimBalance(claim.id().value());
          var patients = desk.refuse(claim, "PR", "96");
          Money patient =
              ledger.accountBalance(Account.PATIENT_RECEIVABLE, claim.patientId().value());
          acts.close(patients.publicId(), "Courtesy of the practice");
          assertThat(ledger.claimBalance(claim.id().value())).isEqualTo(payer);
          assertThat(ledger.accountBalance(Account.PATIENT_RECEIVABLE, claim.patientId().value()))
              .isEqualTo(patient.minus(patients.amount().min(patient)));
        });
  }

  @Test
  void aBillerGivesNothingUp() {
    desk.undone(
        Role.BILLER,
        () ->
            assertThatThrownBy(() -> acts.close(open().publicId(), "No patience"))
                .isInstanceOf(org.cleanclaim.app.access.AccessDeniedForActor.class));
  }

  @Test
  void aCorrectedClaimThatIsPaidSettlesTheCase() {
    desk.undone(
        Role.BILLER,
        () -> {
          var denial = open();
          var made = acts.correct(denial.publicId(), "The authorization was missing");
          desk.claims.sent(List.of(desk.claims.get(made.id())), desk.file(), "000000777");
          desk.claims.acceptedByPayer(made.id(), "NEW1", desk.file());
          assertThat(
                  desk.claims.get(new org.cleanclaim.app.claim.ClaimId(denial.claimId())).status())
              .isEqualTo(ClaimStatus.REPLACED);
          long remittance = pay(denial, made.id().value());

          desk.server.bean(CaseOutcomes.class).settle(remittance);

          assertThat(now(denial).status()).isEqualTo(Status.WON);
          assertThat(now(denial).recovered()).isEqualTo(Money.of("10"));
          assertThat(deadlines.find(ClockKind.APPEAL, "denial " + denial.publicId(), 1))
              .hasValueSatisfying(c -> assertThat(c.isOpen()).isFalse());
        });
  }

  /// A remittance that allows ten dollars on the denied line of the corrected claim.
  private long pay(DenialCase denial, long claim) {
    long remittance =
        desk.jdbc
            .sql(
                """
                insert into remittance (exchanged_file_id, payer_id, payer_key, payer_name, trace, method, paid, paid_on,
                  status, content, received_at)
                values (:file, (select payer_id from claim where claim_id = :claim), 'k', 'n', 'T-TEST', 'CHECK', 10,
                  current_date, 'POSTED', '{}', now())
                returning remittance_id
                """)
            .param("file", desk.file())
            .param("claim", claim)
            .query(Long.class)
            .single();
    long payment =
        desk.jdbc
            .sql(
                """
                insert into claim_payment (remittance_id, position, claim_id, claim_control_number, status_code, charged,
                  paid, patient_responsibility, match)
                values (:remittance, 1, :claim, 'x', '1', 18, 10, 0, 'CONTROL_NUMBER')
                returning claim_payment_id
                """)
            .param("remittance", remittance)
            .param("claim", claim)
            .query(Long.class)
            .single();
    desk.jdbc
        .sql(
            """
            insert into line_adjudication (claim_payment_id, position, claim_id, line, procedure, charged, allowed, paid,
              patient_share, outcome, adjustments)
            values (:payment, 1, :claim, :line, :procedure, 18, 10, 10, 0, 'PAID', '[]')
            """)
        .param("payment", payment)
        .param("claim", claim)
        .param("line", denial.line())
        .param("procedure", denial.procedure())
        .update();
    return remittance;
  }

  @Test
  void theDraftOfAPreventingRuleCanBeReadAndItsExamplesGoAsTheySay() {
    desk.undone(
        Role.MANAGER,
        () -> {
          for (String[] codes : new String[][] {{"CO", "197"}, {"CO", "97"}, {"CO", "16"}}) {
            var claim = desk.paid();
            var denial = desk.refuse(claim, codes[0], codes[1]);

            var text = RuleText.of(PreventionDraft.of(denial, claim, "mara"));

            assertThat(text.remarks()).as(codes[1]).isEmpty();
            assertThat(text.failures()).as(codes[1]).isEmpty();
          }
        });
  }

  @Test
  void figuresKeepRejectionsDenialsAndZeroPaymentsApart() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var figures = desk.server.bean(DenialFigures.class);
          var from = desk.today().minusYears(5);
          var before = figures.of(from, desk.today());
          assertThat(before.rejected()).isEqualTo(1);
          assertThat(before.cases()).isEqualTo(6);

          desk.refuse(desk.paid(), "CO", "50");

          var after = figures.of(from, desk.today());
          assertThat(after.rejected()).isEqualTo(1);
          assertThat(after.zeroPaidLines()).isEqualTo(before.zeroPaidLines());
          assertThat(after.cases()).isEqualTo(7);
          assertThat(after.deniedFirst()).isEqualTo(before.deniedFirst() + 1);
          assertThat(after.decided()).isEqualTo(before.decided());
        });
  }

  static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.cleanclaim.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cleanclaim.payer.BoxedClaims.MEMBER;
import static org.cleanclaim.payer.BoxedClaims.NOW;
import static org.cleanclaim.payer.BoxedClaims.PAY_DAY;
import static org.cleanclaim.payer.BoxedClaims.box;
import static org.cleanclaim.payer.BoxedClaims.file;
import static org.cleanclaim.payer.BoxedClaims.labels;
import static org.cleanclaim.payer.BoxedClaims.read;
import static org.cleanclaim.payer.BoxedClaims.remittance;
import static org.cleanclaim.payer.ClinicClaims.SERVED;
import static org.cleanclaim.payer.ClinicClaims.claim;
import static org.cleanclaim.payer.ClinicClaims.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;

/// What a payer in a box takes back, gives up, and says when it is asked.
class PayerBoxCorrectionsTest {
  @Test
  void aReplacementTakesBackWhatWasPaidAndIsPaidItself() throws IOException {
    var box = box("50.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);
    String number = remittance(box).claims().getFirst().payerClaimControlNumber();

    var better =
        correction("C2", "M1", ClaimFrequency.REPLACEMENT, number, line(1, "99214", "250.00"));
    box.receive("b", file("000000002", better), PAY_DAY);

    var second = remittance(box, PAY_DAY.plusDays(10));
    assertThat(second.claims())
        .extracting(
            ClaimPayment::claimControlNumber, ClaimPayment::statusCode, c -> c.paid().toString())
        .containsExactly(tuple("C1", "22", "-40.00"), tuple("C2", "1", "120.00"));
    assertThat(labels(second))
        .as("the deductible is given back and taken once")
        .contains("PR-1 -50.00", "PR-1 50.00", "PR-2 30.00");
    assertThat(second.paid()).isEqualTo(Money.of("80.00"));
    assertThat(BalanceProof.of(second).holds()).isTrue();
  }

  @Test
  void aVoidTakesBackWhatWasPaidAndTheNextRunsKeepIt() throws IOException {
    var box = box("0.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "99214", "250.00"))), NOW);
    String number = remittance(box).claims().getFirst().payerClaimControlNumber();
    var nothing = correction("C2", "M1", ClaimFrequency.VOID, number, line(1, "99214", "250.00"));
    box.receive("b", file("000000002", nothing), PAY_DAY);

    var taken = remittance(box, PAY_DAY.plusDays(10));
    assertThat(taken.paid()).isEqualTo(Money.ZERO);
    assertThat(taken.providerAdjustments())
        .extracting(ProviderAdjustment::reason, p -> p.amount().toString())
        .containsExactly(tuple("FB", "-160.00"));
    assertThat(BalanceProof.of(taken).holds()).isTrue();

    var later = PAY_DAY.plusDays(11);
    box.receive("c", file("000000003", claim("C3", "M1", line(1, "99214", "250.00"))), later);
    box.receive("d", file("000000004", claim("C4", "M1", line(1, "99213", "150.00"))), later);
    var next = remittance(box, later.plusDays(10));
    assertThat(next.providerAdjustments())
        .extracting(ProviderAdjustment::reason, p -> p.amount().toString())
        .containsExactly(tuple("FB", "160.00"));
    assertThat(next.paid()).isEqualTo(Money.of("80.00"));
    assertThat(BalanceProof.of(next).holds()).isTrue();
  }

  @Test
  void aReplacementOfAnUnknownClaimIsRejected() throws IOException {
    var box = box("0.00", List.of());
    var lost =
        correction("C2", "M1", ClaimFrequency.REPLACEMENT, "P1-NONE", line(1, "99213", "150.00"));

    var answers = box.receive("a", file("000000001", lost), NOW);

    var said = (Transaction.ClaimsAcknowledged) read(answers.get(2)).transactions().getFirst();
    assertThat(said.acknowledgments().getFirst().statuses().getFirst().status()).isEqualTo("464");
    assertThat(box.payRun(PAY_DAY)).isEmpty();
  }

  @Test
  void aDenialIsGivenUpAndAPaymentTakenBackOnTheDayPlanned() throws IOException {
    var code = new ProcedureCode("99213");
    var deny = new PlannedEvent.Deny(MEMBER, SERVED, code, "CO", "50", "N115");
    var from = PAY_DAY.toLocalDate().plusDays(3);
    var won = box("0.00", List.of(deny, new PlannedEvent.DecideAgain(MEMBER, SERVED, from, null)));
    won.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);
    assertThat(remittance(won).paid()).isEqualTo(Money.ZERO);
    assertThat(won.payRun(PAY_DAY.plusDays(2))).isEmpty();
    assertThat(remittance(won, PAY_DAY.plusDays(3)).paid()).isEqualTo(Money.of("80.00"));
    assertThat(won.payRun(PAY_DAY.plusDays(4))).isEmpty();

    var back = box("0.00", List.of(new PlannedEvent.DecideAgain(MEMBER, SERVED, from, deny)));
    back.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);
    assertThat(remittance(back).paid()).isEqualTo(Money.of("80.00"));
    assertThat(labels(remittance(back, PAY_DAY.plusDays(3))))
        .containsExactly("CO-45 -50.00", "PR-2 -20.00", "CO-50 150.00");
  }

  @Test
  void aClaimThatLiesIsPaidOnceSomebodyAsks() throws IOException {
    var box = box("0.00", List.of(new PlannedEvent.LeaveLying(MEMBER, SERVED)));
    var claim = claim("C1", "M1", line(1, "99213", "150.00"));
    box.receive("a", file("000000001", claim), NOW);
    assertThat(box.payRun(PAY_DAY.plusDays(20))).isEmpty();

    assertThat(asked(box, "000000002", claim.totalCharge(), "C1", PAY_DAY.plusDays(20)))
        .isEqualTo("P1/20");

    assertThat(remittance(box, PAY_DAY.plusDays(21)).paid()).isEqualTo(Money.of("80.00"));
  }

  @Test
  void saysWhereAClaimStands() throws IOException {
    var box = box("0.00", List.of());
    var claim = claim("C1", "M1", line(1, "99213", "150.00"));
    box.receive("a", file("000000001", claim), NOW);

    assertThat(asked(box, "000000002", claim.totalCharge(), "C1", NOW)).isEqualTo("P1/20");
    assertThat(asked(box, "000000003", claim.totalCharge(), "C2", NOW)).isEqualTo("D0/35");
    assertThat(asked(box, "000000004", Money.of("1.00"), "C1", NOW)).isEqualTo("D0/35");
    var paid = remittance(box);

    assertThat(asked(box, "000000005", claim.totalCharge(), "C1", PAY_DAY))
        .isEqualTo("F1/65 " + paid.paid() + " " + paid.trace());
  }

  private static String asked(
      PayerBox box, String control, Money charge, String number, LocalDateTime now)
      throws IOException {
    var envelope =
        new Envelope("ZZ", "CLINIC", "ZZ", "PAYER", now, control, true, Separators.STANDARD);
    var parties =
        new StatusParties(
            new Party(new OrganizationName("PAYER"), "PI", "12345"),
            null,
            new Party(new OrganizationName("CLINIC"), "46", "1234567893"),
            List.of(new Party(new OrganizationName("CLINIC"), "XX", "1234567893")),
            new Insured(
                new Party(new PersonName("NAME", "PAT"), "MI", "M1"),
                LocalDate.of(1970, 1, 1),
                Sex.FEMALE),
            null);
    var inquiry =
        new ClaimStatusInquiry(
            "T" + control,
            parties,
            charge,
            SERVED,
            SERVED,
            List.of(new Reference("EJ", number)),
            List.of());
    var answers =
        box.receive("276", X12Writer.claimStatusInquiries(envelope, "1", List.of(inquiry)), now);
    assertThat(answers.stream().map(AnswerFile::kind)).containsExactly("TA1", "999", "277");
    var faults = new ArrayList<Fault>();
    var checked =
        X12Checker.check(
            new ByteArrayInputStream(answers.getLast().bytes()),
            "277",
            CheckOptions.standard(),
            faults::add);
    assertThat(checked.errors()).as(faults.toString()).isZero();
    var said = (Transaction.StatusAnswers) read(answers.getLast()).transactions().getFirst();
    var statement = said.answers().getFirst().statements().getFirst();
    var code = statement.codes().getFirst();
    assertThat(said.answers().getFirst().trace()).isEqualTo("T" + control);
    return code.category()
        + "/"
        + code.status()
        + (statement.checkNumber() == null
            ? ""
            : " " + statement.paid() + " " + statement.checkNumber());
  }

  private static Claim correction(
      String number,
      String member,
      ClaimFrequency frequency,
      String payerNumber,
      ServiceLine... lines) {
    return ClaimCopy.of(claim(number, member, lines))
        .frequency(frequency)
        .payerClaimControlNumber(payerNumber)
        .copy();
  }
}

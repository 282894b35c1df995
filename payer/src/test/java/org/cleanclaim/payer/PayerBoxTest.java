package org.cleanclaim.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cleanclaim.payer.ClinicClaims.SERVED;
import static org.cleanclaim.payer.ClinicClaims.claim;
import static org.cleanclaim.payer.ClinicClaims.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;

class PayerBoxTest {
  private static final LocalDateTime NOW = SERVED.plusDays(1).atTime(9, 0);
  private static final LocalDateTime PAY_DAY = NOW.plusDays(10);
  private static final MemberId MEMBER = new MemberId("M1");

  @Test
  void acknowledgesAndPaysByItsOwnBook() throws IOException {
    var box = box("50.00", List.of());

    var answers =
        box.receive("a.x12", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);

    assertThat(answers).extracting(AnswerFile::kind).containsExactly("TA1", "999", "277CA");
    assertThat(box.payRun(NOW.plusDays(9))).isEmpty();
    var remittance = remittance(box);
    assertThat(BalanceProof.of(remittance).holds()).isTrue();
    assertThat(labels(remittance)).containsExactly("CO-45 50.00", "PR-1 50.00", "PR-2 10.00");
    assertThat(remittance.paid()).isEqualTo(Money.of("40.00"));
    assertThat(box.payRun(PAY_DAY.plusDays(1))).isEmpty();
  }

  @Test
  void theDeductibleMetByOneClaimIsGoneForTheNext() throws IOException {
    var box = box("100.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);
    assertThat(labels(remittance(box))).contains("PR-1 100.00");

    box.receive("b", file("000000002", claim("C2", "M1", line(1, "99214", "250.00"))), PAY_DAY);

    assertThat(labels(remittance(box, PAY_DAY.plusDays(10))))
        .containsExactly("CO-45 50.00", "PR-2 40.00");
  }

  @Test
  void theSameInterchangeTwiceIsRefusedAndPaidOnce() throws IOException {
    var box = box("0.00", List.of());
    byte[] file = file("000000001", claim("C1", "M1", line(1, "99213", "150.00")));
    box.receive("a", file, NOW);

    var again = box.receive("a", file, NOW.plusHours(1));

    assertThat(again).singleElement().satisfies(a -> assertThat(a.kind()).isEqualTo("TA1"));
    var ta1 = read(again.getFirst()).interchanges().getFirst().acknowledgments().getFirst();
    assertThat(ta1.isRejected()).isTrue();
    assertThat(ta1.noteCode()).isEqualTo("025");
    assertThat(remittance(box).claims()).hasSize(1);
  }

  @Test
  void aMemberItDoesNotKnowIsRejectedBeforeAdjudication() throws IOException {
    var box = box("0.00", List.of());

    var answers =
        box.receive("a", file("000000001", claim("C1", "M9", line(1, "99213", "150.00"))), NOW);

    var said = (Transaction.ClaimsAcknowledged) read(answers.get(2)).transactions().getFirst();
    assertThat(said.acknowledgments())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.accepted()).isFalse();
          assertThat(a.statuses().getFirst().status()).isEqualTo("164");
        });
    assertThat(box.payRun(PAY_DAY)).isEmpty();
  }

  @Test
  void deniesBundlesAndUnderpaysAsPlanned() throws IOException {
    var code = new ProcedureCode("99214");
    var deny = new PlannedEvent.Deny(MEMBER, SERVED, code, "CO", "50", "N115");
    var box = box("0.00", List.of(deny));
    box.receive(
        "a",
        file(
            "000000001",
            claim(
                "C1",
                "M1",
                line(1, "99213", "150.00"),
                line(2, "99214", "250.00"),
                line(3, "96127", "20.00"))),
        NOW);

    assertThat(labels(remittance(box)))
        .containsExactly("CO-45 50.00", "PR-2 20.00", "CO-50 250.00", "CO-97 20.00");

    var less = new PlannedEvent.PayUnderContract(MEMBER, SERVED, code, new BigDecimal("0.90"));
    var other = box("0.00", List.of(less));
    other.receive("a", file("000000001", claim("C1", "M1", line(1, "99214", "250.00"))), NOW);
    assertThat(labels(remittance(other))).containsExactly("CO-45 70.00", "PR-2 36.00");
  }

  @Test
  void refusesWhatIsLateUnauthorizedOrOutOfCoverage() throws IOException {
    var box = box("0.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "73721", "900.00"))), NOW);
    assertThat(labels(remittance(box))).containsExactly("CO-197 900.00");

    var late = box("0.00", List.of());
    late.receive(
        "a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW.plusYears(2));
    assertThat(labels(remittance(late, PAY_DAY.plusYears(2)))).containsExactly("CO-29 150.00");
  }

  @Test
  void aTruncatedFileIsRefusedAndNothingOfItIsPaid() {
    byte[] whole = file("000000001", claim("C1", "M1", line(1, "99213", "150.00")));
    for (int length = 120; length < whole.length - 2; length += 13) {
      var box = box("0.00", List.of());
      box.receive("cut", Arrays.copyOf(whole, length), NOW);
      assertThat(box.payRun(PAY_DAY)).as("cut at " + length).isEmpty();
    }
  }

  @Test
  void whateverIsBilledTheRemittanceBalances() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    var codes = List.of("99213", "99214", "96127", "73721", "00000");
    for (int run = 0; run < 150; run++) {
      var box = box(Money.ofCents(random.nextInt(30_000)).toString(), List.of());
      var lines = new ServiceLine[random.nextInt(1, 6)];
      for (int i = 0; i < lines.length; i++) {
        lines[i] =
            line(
                i + 1,
                codes.get(random.nextInt(codes.size())),
                Money.ofCents(random.nextInt(90_000)).toString());
      }
      box.receive("a", file("000000001", claim("C1", "M1", lines)), NOW);
      var remittance = remittance(box);
      assertThat(BalanceProof.of(remittance).failures())
          .as("-Dtest.seed=%s run %s", seed, run)
          .isEmpty();
    }
  }

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

  private static List<String> labels(Remittance remittance) {
    return remittance.claims().stream()
        .flatMap(c -> c.services().stream())
        .flatMap(s -> s.adjustments().stream())
        .map((Adjustment a) -> a.label() + " " + a.amount())
        .toList();
  }

  private static Remittance remittance(PayerBox box) throws IOException {
    return remittance(box, PAY_DAY);
  }

  private static Remittance remittance(PayerBox box, LocalDateTime day) throws IOException {
    var files = box.payRun(day);
    assertThat(files).hasSize(1);
    return ((Transaction.RemittanceAdvice) read(files.getFirst()).transactions().getFirst())
        .remittance();
  }

  private static org.cleanclaim.x12.X12File read(AnswerFile file) throws IOException {
    var read = X12Reader.read(new ByteArrayInputStream(file.bytes()), file.name());
    assertThat(read.findings()).as(file.name()).isEmpty();
    return read;
  }

  private static PayerBox box(String deductible, List<PlannedEvent> events) {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var plan =
        BenefitPlan.of(
            "Plan",
            new TierBenefits(
                FamilyLimit.embedded(Money.of(deductible), null),
                FamilyLimit.NONE,
                CategoryBenefit.coinsured(new BigDecimal("0.20")),
                Map.of()),
            Set.of(),
            Map.of());
    var fees =
        FeeSchedule.of(
            List.of(
                new FeeSchedule.Row(new ProcedureCode("99213"), null, Money.of("100.00"), always),
                new FeeSchedule.Row(new ProcedureCode("99214"), null, Money.of("200.00"), always),
                new FeeSchedule.Row(new ProcedureCode("96127"), null, Money.of("10.00"), always),
                new FeeSchedule.Row(new ProcedureCode("73721"), null, Money.of("500.00"), always)));
    return new PayerBox(
        new PayerBook(
            "A Payer",
            new PayerId("P1"),
            new Address("2 Test Street", null, "Marlow", "OH", "432150002"),
            new Contact("Payments", "6145550100", null),
            FilingIndicator.COMMERCIAL,
            Map.of(MEMBER, new Member(MEMBER, always, plan, Accumulators.NONE, SERVED)),
            Contract.of("A contract", always, fees),
            Map.of(),
            Set.of(new PayerBook.CodePair(new ProcedureCode("99213"), new ProcedureCode("96127"))),
            Set.of(new ProcedureCode("73721")),
            365,
            10,
            false),
        events,
        1);
  }

  private static byte[] file(String control, Claim... claims) {
    return X12Writer.claims(
        new Envelope("ZZ", "CLINIC", "ZZ", "P1", NOW, control, true, Separators.STANDARD),
        "1",
        Transaction.ClaimBatch.of(
            "A Clinic",
            "CLINIC",
            new Contact("Billing", "6145550101", null),
            "A Payer",
            "P1",
            control,
            List.of(claims)));
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

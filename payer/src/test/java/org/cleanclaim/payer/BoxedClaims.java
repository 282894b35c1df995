package org.cleanclaim.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.payer.ClinicClaims.SERVED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;

/// A payer in a box, the files that it gets and what it answers.
final class BoxedClaims {
  static final LocalDateTime NOW = SERVED.plusDays(1).atTime(9, 0);
  static final LocalDateTime PAY_DAY = NOW.plusDays(10);
  static final MemberId MEMBER = new MemberId("M1");

  private BoxedClaims() {}

  static List<String> labels(Remittance remittance) {
    return remittance.claims().stream()
        .flatMap(c -> c.services().stream())
        .flatMap(s -> s.adjustments().stream())
        .map((Adjustment a) -> a.label() + " " + a.amount())
        .toList();
  }

  static Remittance remittance(PayerBox box) throws IOException {
    return remittance(box, PAY_DAY);
  }

  static Remittance remittance(PayerBox box, LocalDateTime day) throws IOException {
    var files = box.payRun(day);
    assertThat(files).hasSize(1);
    return ((Transaction.RemittanceAdvice) read(files.getFirst()).transactions().getFirst())
        .remittance();
  }

  static org.cleanclaim.x12.X12File read(AnswerFile file) throws IOException {
    var read = X12Reader.read(new ByteArrayInputStream(file.bytes()), file.name());
    assertThat(read.findings()).as(file.name()).isEmpty();
    return read;
  }

  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(2020, 1, 1));

  static PayerBox box(String deductible, List<PlannedEvent> events) {
    var fees =
        FeeSchedule.of(
            List.of(
                fee("99213", "100.00"),
                fee("99214", "200.00"),
                fee("96127", "10.00"),
                fee("73721", "500.00")));
    return box(deductible, Contract.of("A contract", ALWAYS, fees), events);
  }

  static FeeSchedule.Row fee(String code, String amount) {
    return new FeeSchedule.Row(new ProcedureCode(code), null, Money.of(amount), ALWAYS);
  }

  static PayerBox box(String deductible, Contract contract, List<PlannedEvent> events) {
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
    return new PayerBox(
        new PayerBook(
            "A Payer",
            new PayerId("P1"),
            new Address("2 Test Street", null, "Marlow", "OH", "432150002"),
            new Contact("Payments", "6145550100", null),
            FilingIndicator.COMMERCIAL,
            Map.of(MEMBER, new Member(MEMBER, ALWAYS, plan, Accumulators.NONE, SERVED)),
            contract,
            Map.of(),
            Set.of(new PayerBook.CodePair(new ProcedureCode("99213"), new ProcedureCode("96127"))),
            Set.of(new ProcedureCode("73721")),
            365,
            10,
            false),
        events,
        1);
  }

  static byte[] file(String control, Claim... claims) {
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
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;

/// A payer that comes after Harbor Health for some patients of an office.
final class SecondPayer {
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(2020, 1, 1));

  final Payer payer;
  private final Office office;

  SecondPayer(Office office, String slug, String name) {
    this.office = office;
    payer =
        office.inside(() ->
            office
                .server
                .bean(Payers.class)
                .register(
                    new Payer(
                        0,
                        slug,
                        name,
                        new PayerId(
                            (slug + office.trace()).toUpperCase(Locale.ROOT).substring(0, 9)),
                        FilingIndicator.COMMERCIAL,
                        365,
                        null,
                        Set.of())));
  }

  /// Gives a patient its policy, behind the one that they have.
  void covers(PatientId patient, String member) {
    office.inside(() ->
        office
            .server
            .bean(Coverages.class)
            .add(
                new Coverage(
                    0,
                    patient,
                    payer.id(),
                    PayerSequence.SECONDARY,
                    "Second",
                    new MemberId(member),
                    null,
                    Relationship.SELF,
                    null,
                    null,
                    null,
                    null,
                    ALWAYS)));
  }

  /// The claim to it that follows another.
  BilledClaim follower(BilledClaim claim) {
    var turns = office.claim(claim).json().at("/payers");
    assertThat(turns.size()).isEqualTo(2);
    String number = turns.get(1).at("/controlNumber").asString();
    return office.inside(
        () -> office.server.bean(Claims.class).findByControlNumber(number).orElseThrow());
  }

  /// Sends it what is ready.
  byte[] sent() {
    return office.inside(() ->
        switch (office.server.bean(Submissions.class).submit(payer)) {
          case SubmitResult.Submitted sent ->
              office.server.bean(FileExchange.class).content(sent.file());
          case SubmitResult other -> throw new AssertionError(other);
        });
  }

  /// Sends it what is ready and gives its acknowledgments back to the practice.
  ///
  /// @return the 837
  byte[] delivered(PayerBox box) {
    byte[] file = sent();
    for (var answer : box.receive("second.837", file, Office.TODAY.minusDays(2).atTime(17, 0))) {
      office.take(answer.name(), answer.bytes()).is(200);
    }
    return file;
  }

  /// The payer itself: it leaves four fifths of what it allows to the patient.
  PayerBox box(String member) {
    var plan =
        BenefitPlan.of(
            "Second",
            new TierBenefits(
                FamilyLimit.embedded(Money.ZERO, null),
                FamilyLimit.embedded(Money.of("4000.00"), null),
                CategoryBenefit.coinsured(new BigDecimal("0.80")),
                Map.of()),
            Set.of(),
            Map.of());
    var id = new MemberId(member);
    var fees =
        FeeSchedule.of(
            List.of(
                new FeeSchedule.Row(new ProcedureCode("99213"), null, Money.of("92.00"), ALWAYS),
                new FeeSchedule.Row(new ProcedureCode("20610"), null, Money.of("70.00"), ALWAYS)));
    return new PayerBox(
        new PayerBook(
            payer.name(),
            payer.electronicId(),
            null,
            null,
            payer.filing(),
            Map.of(id, new Member(id, ALWAYS, plan, Accumulators.NONE, Office.TODAY)),
            Contract.of("Second contract", ALWAYS, fees),
            Map.of(),
            Set.of(),
            Set.of(),
            365,
            10,
            false),
        List.of(),
        71);
  }
}

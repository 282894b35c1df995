package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.exchange.FileExchange;
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
import org.junit.jupiter.api.Test;

/// Patients with two payers, and charges that come after their claim.
class ClaimStoriesTest {
  private static final Office OFFICE = new Office("cla", "1003000142");
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
  private static final Payer SECOND = second();

  private static Payer second() {
    return OFFICE.inside(() ->
        OFFICE
            .server
            .bean(Payers.class)
            .register(
                new Payer(
                    0,
                    "summit",
                    "Summit Benefits",
                    new PayerId("SUMMITCLA"),
                    FilingIndicator.COMMERCIAL,
                    365,
                    null,
                    Set.of())));
  }

  /// The second payer leaves four fifths of what it allows to the patient.
  private static PayerBox summit(String member) {
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
                new FeeSchedule.Row(new ProcedureCode("99213"), null, Money.of("92.00"), ALWAYS)));
    return new PayerBox(
        new PayerBook(
            SECOND.name(),
            SECOND.electronicId(),
            null,
            null,
            SECOND.filing(),
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

  private static void covered(BilledClaim claim, String member) {
    OFFICE.inside(() ->
        OFFICE
            .server
            .bean(Coverages.class)
            .add(
                new Coverage(
                    0,
                    claim.patientId(),
                    SECOND.id(),
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

  private static BilledClaim follower(BilledClaim claim) {
    var turns = OFFICE.claim(claim).json().at("/payers");
    assertThat(turns.size()).isEqualTo(2);
    String number = turns.get(1).at("/controlNumber").asString();
    return OFFICE.inside(
        () -> OFFICE.server.bean(Claims.class).findByControlNumber(number).orElseThrow());
  }

  private static byte[] sentToSecond() {
    return OFFICE.inside(() ->
        switch (OFFICE.server.bean(Submissions.class).submit(SECOND)) {
          case SubmitResult.Submitted sent ->
              OFFICE.server.bean(FileExchange.class).content(sent.file());
          case SubmitResult other -> throw new AssertionError(other);
        });
  }

  @Test
  void theSecondPayerGetsTheFirstOnesDecisionByLineAndThePatientOwesTheRest() {
    var first = OFFICE.atPayer("99213");
    String member = OFFICE.member();
    covered(first, member);

    new Remitted(OFFICE, OFFICE.trace()).line(first, "1", "CO 45 58.00, PR 3 30.00").arrives();

    assertThat(OFFICE.owed(first)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(first)).isEqualTo("0.00");
    var second = follower(first);
    assertThat(OFFICE.next(first))
        .isEqualTo(
            "Follow claim %s to Summit Benefits, the next payer".formatted(second.controlNumber()));
    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.clocks(second, "OPEN")).containsKey("TIMELY_FILING");

    var box = summit(member);
    byte[] file = sentToSecond();
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("SBR*S*18", "AMT*D*62~", "CAS*CO*45*58~", "CAS*PR*3*30~", "AMT*EAF*30~");
    for (var answer : box.receive("second.837", file, Office.TODAY.minusDays(2).atTime(17, 0))) {
      OFFICE.take(answer.name(), answer.bytes()).is(200);
    }
    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(second)).isEqualTo("30.00");
    for (var answer : box.payRun(Office.TODAY.plusDays(20).atTime(6, 0))) {
      OFFICE.take(answer.name(), answer.bytes()).is(200);
    }

    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(OFFICE.owed(second)).isEqualTo("0.00");
    // Alone it would have paid a fifth of 92.00; of the 30.00 that are left it pays that much.
    assertThat(OFFICE.ofPatient(first)).isEqualTo("11.60");
    assertThat(OFFICE.next(second)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aForwardedClaimWaitsForTheNextPayerAndIsLeftToThePatientWhenThereIsNone() {
    var first = OFFICE.atPayer("99213");
    covered(first, OFFICE.member());

    new Remitted(OFFICE, OFFICE.trace()).line(first, "19", "CO 45 58.00, PR 3 30.00").arrives();

    var second = follower(first);
    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(second)).isEqualTo("30.00");
    assertThat(OFFICE.clocks(second, "OPEN").get("FORWARDED_CLAIM").at("/dueOn").asString())
        .isEqualTo(Remitted.PAID_ON.plusDays(30).toString());
    String claim = "/claims/" + second.publicId();
    OFFICE
        .post(Role.FRONT_DESK, claim + "/leave-to-patient", "{\"reason\":\"Policy ended\"}")
        .is(403);
    OFFICE.post(Role.BILLER, claim + "/leave-to-patient", "{\"reason\":\"no\"}").is(409);
    OFFICE.post(Role.BILLER, claim + "/leave-to-patient", "{\"reason\":\"Policy ended\"}").is(200);

    assertThat(OFFICE.owed(second)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(first)).isEqualTo("30.00");
    assertThat(OFFICE.clocks(second, "OPEN")).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aLateChargeReplacesTheClaimThatThePayerHas() {
    var claim = OFFICE.atPayer("99213");
    var visit =
        OFFICE.inside(
            () -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()).publicId());
    String late =
        """
        {"procedure":"20610","units":"1","diagnoses":["I10"],"reason":"Found on the sheet later"}
        """;
    OFFICE.post(Role.BILLER, "/encounters/" + visit + "/late-charges", late).is(200);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .anySatisfy(v -> {
          assertThat(v.at("/gap").asString()).isEqualTo("LATE_CHARGES");
          assertThat(v.at("/controlNumber").asString()).isEqualTo(claim.controlNumber());
        });

    var made =
        OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "").is(200);

    assertThat(made.at("/billed")).isEqualTo("270.00");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.claim(claim).json().at("/chain").size()).isEqualTo(2);
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/reconciliation")))
        .noneMatch(v -> v.at("/controlNumber").asString().equals(claim.controlNumber()));
  }
}

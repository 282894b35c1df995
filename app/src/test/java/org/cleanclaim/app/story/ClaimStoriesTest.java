package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounters;
import org.junit.jupiter.api.Test;

/// Patients with two payers, and charges that come after their claim.
class ClaimStoriesTest {
  private static final Office OFFICE = new Office("cla", "1553001136");
  private static final SecondPayer SUMMIT = new SecondPayer(OFFICE, "summit", "Summit Benefits");

  @Test
  void theSecondPayerGetsTheFirstOnesDecisionByLineAndThePatientOwesTheRest() {
    var first = OFFICE.atPayer("99213");
    String member = OFFICE.member();
    SUMMIT.covers(first.patientId(), member);

    new Remitted(OFFICE, OFFICE.trace()).line(first, "1", "CO 45 58.00, PR 3 30.00").arrives();

    assertThat(OFFICE.owed(first)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(first)).isEqualTo("0.00");
    var second = SUMMIT.follower(first);
    assertThat(OFFICE.next(first))
        .isEqualTo(
            "Follow claim %s to Summit Benefits, the next payer".formatted(second.controlNumber()));
    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.clocks(second, "OPEN")).containsKey("TIMELY_FILING");

    var box = SUMMIT.box(member);
    byte[] file = SUMMIT.delivered(box);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("SBR*S*18", "AMT*D*62~", "CAS*CO*45*58~", "CAS*PR*3*30~", "AMT*EAF*30~");
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
    SUMMIT.covers(first.patientId(), OFFICE.member());

    new Remitted(OFFICE, OFFICE.trace()).line(first, "19", "CO 45 58.00, PR 3 30.00").arrives();

    var second = SUMMIT.follower(first);
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

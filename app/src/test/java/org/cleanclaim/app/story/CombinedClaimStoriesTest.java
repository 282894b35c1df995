package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.VisitsOnClaims.EARLIER;
import static org.cleanclaim.app.story.VisitsOnClaims.OFFICE;
import static org.cleanclaim.app.story.VisitsOnClaims.RECORDS;
import static org.cleanclaim.app.story.VisitsOnClaims.first;
import static org.cleanclaim.app.story.VisitsOnClaims.rule;
import static org.cleanclaim.app.story.VisitsOnClaims.second;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Several visits on one claim.
class CombinedClaimStoriesTest {
  private static String visits(Encounter... visits) {
    var ids = new ArrayList<String>();
    for (Encounter visit : visits) ids.add('"' + visit.publicId().toString() + '"');
    return "{\"encounters\":" + ids + "}";
  }

  private static BilledClaim combined(Encounter one, Encounter other) {
    var made = Office.rows(OFFICE.post(Role.BILLER, "/claims/combined", visits(other, one)));
    assertThat(made).hasSize(1);
    return RECORDS.claim(made.getFirst().at("/id").asString());
  }

  @Test
  void twoVisitsGoOnOneClaimAndEachHasItsOwnShareOfTheDecision() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = first(patient, "CMB");
    var other = second(patient, "CMB");
    OFFICE.post(Role.FRONT_DESK, "/claims/combined", visits(one, other)).is(403);
    OFFICE.post(Role.BILLER, "/claims/combined", visits(one)).is(409);

    var claim = combined(one, other);

    assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("270.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(claim).json().at("/visits").size()).isEqualTo(2);
    assertThat(OFFICE.claim(claim).at("/visits/0/visitNumber")).isEqualTo("CMBA");
    assertThat(OFFICE.claim(claim).at("/visits/1/billed")).isEqualTo("120.00");
    assertThat(OFFICE.claim(claim).at("/servedFrom")).isEqualTo(EARLIER.toString());
    assertThat(OFFICE.post(Role.BILLER, "/claims/combined", visits(one, other)).is(409).text())
        .contains("CMBA is on claim " + claim.controlNumber());
    assertThat(
            OFFICE
                .post(Role.BILLER, "/encounters/" + other.publicId() + "/claim", "")
                .is(200)
                .at("/controlNumber"))
        .isEqualTo(claim.controlNumber());

    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .contains("Visits on it", "CMBA", "CMBB", "Add a document");
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.ZERO);
    assertThat(OFFICE.owed(claim)).isEqualTo("270.00");
    assertThat(RECORDS.shares(patient)).isEmpty();
    OFFICE.payRun(box);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(RECORDS.shares(patient))
        .containsOnly(Map.entry("CMBA", "30.00"), Map.entry("CMBB", "14.00"));
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("44.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimOfTwoVisitsIsReplacedAndVoidedWhole() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = first(patient, "RPL");
    var other = second(patient, "RPL");
    var claim = combined(one, other);
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE
        .post(
            Role.BILLER,
            "/encounters/" + other.publicId() + "/late-charges",
            """
            {"procedure":"99213","units":"1","diagnoses":["I10"],"reason":"Found on the sheet later"}
            """)
        .is(200);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.of("150.00"));

    var replacement =
        RECORDS.claim(
            OFFICE
                .post(Role.BILLER, "/claims/" + claim.publicId() + "/late-charges", "")
                .is(200)
                .at("/claim"));
    assertThat(OFFICE.claim(replacement).at("/billed")).isEqualTo("420.00");
    assertThat(OFFICE.claim(replacement).json().at("/visits").size()).isEqualTo(2);
    OFFICE.deliver(box);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REPLACED");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(replacement)).isEqualTo("420.00");
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.ZERO);

    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + replacement.publicId() + "/corrections",
            "{\"how\":\"VOID\",\"reason\":\"Billed to the wrong payer\"}")
        .is(200);
    OFFICE.deliver(box);

    assertThat(OFFICE.claim(replacement).at("/status")).isEqualTo("VOIDED");
    assertThat(OFFICE.owed(replacement)).isEqualTo("0.00");
    assertThat(RECORDS.unbilled(one)).isEqualTo(Money.of("150.00"));
    assertThat(RECORDS.unbilled(other)).isEqualTo(Money.of("270.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void thePayersRulePutsVisitsOfADayTogetherButNotOfTwoPlaces() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    var one = OFFICE.charge(patient, "DAYA", Office.SERVED, "11", "99213");
    OFFICE.charge(patient, "DAYB", Office.SERVED, "11", "20610");
    var elsewhere = OFFICE.charge(patient, "DAYC", Office.SERVED, "22", "20610");
    rule("SAME_DAY", "CORRECTED_CLAIM");
    try {
      var made = OFFICE.post(Role.BILLER, "/encounters/" + one.publicId() + "/claim", "").is(200);

      var claim = RECORDS.claim(made.at("/claim"));
      assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("270.00");
      var further = RECORDS.claim(made.at("/further/0"));
      assertThat(OFFICE.claim(further).at("/billed")).isEqualTo("120.00");
      assertThat(OFFICE.claim(further).at("/visits/0/visitNumber")).isEqualTo("DAYC");
      assertThat(OFFICE.claim(further).text()).contains("the place of service");
    } finally {
      rule("ONE", "CORRECTED_CLAIM");
    }
    var another = OFFICE.charge(patient, "DAYD", EARLIER, "11", "99213");
    assertThat(
            OFFICE.post(Role.BILLER, "/claims/combined", visits(another, elsewhere)).is(409).text())
        .contains("DAYC is on claim");
    assertThat(OFFICE.page("/reconciliation"))
        .contains("Choose visit DAYD", "Bill the chosen visits on one claim");
    assertThat(OFFICE.page("/payers/claim-rules")).contains("Visits of one day on one claim");
    var far = OFFICE.charge(patient, "DAYE", EARLIER, "22", "20610");
    assertThat(OFFICE.post(Role.BILLER, "/claims/combined", visits(another, far)).is(409).text())
        .contains("they differ in the place of service");
  }
}

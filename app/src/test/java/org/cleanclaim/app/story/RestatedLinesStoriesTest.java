package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.patient.Patients;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lines that the payer decides under another code or with other units than were billed.
class RestatedLinesStoriesTest {
  private static final Office OFFICE = new Office("rst", "1553001128");

  private static List<JsonNode> underpayments(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/underpayments?state=all")).stream()
        .filter(u -> u.at("/controlNumber").asString().equals(claim.controlNumber()))
        .toList();
  }

  @Test
  void howAPaymentAndItsLinesWereFoundIsToldWhereverTheyStand() {
    var claim = OFFICE.atPayer("99213");
    var name =
        OFFICE.inside(() -> OFFICE.server.bean(Patients.class).get(claim.patientId()).name());
    String found =
        "The only claim of this patient for %s with a charge of 150.00".formatted(Office.SERVED);
    String line =
        "another code, same charge and day: the payer changed or bundled it;"
            + " billed 99213, decided 99212";

    var answer =
        new Remitted(OFFICE, OFFICE.trace())
            .patient(name.last(), name.first(), claim.snapshot().subscriber().memberId().value())
            .decided("99212", "1")
            .unknown("UNKNOWN81", claim, "1", "CO 45 88.00, PR 3 30.00")
            .arrives();

    String remittance = "/remittances/" + answer.at("/remittances/0/publicId");
    var told = OFFICE.get(Role.BILLER, remittance).is(200);
    assertThat(told.at("/found/0/controlNumber")).isEqualTo(claim.controlNumber());
    assertThat(told.at("/found/0/claim")).isEqualTo(claim.publicId().toString());
    assertThat(told.at("/found/0/how")).isEqualTo("PATIENT_DATE_CHARGE");
    assertThat(told.at("/found/0/why")).startsWith(found);
    assertThat(told.at("/found/0/lines/0/line")).isEqualTo("1");
    assertThat(told.at("/found/0/lines/0/why")).isEqualTo(line);
    assertThat(OFFICE.page(remittance))
        .contains("UNKNOWN81, ours " + claim.controlNumber(), found, "Line 1: " + line);
    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .containsSubsequence("What the payer decided", line, found);
    assertThat(OFFICE.claim(claim).text())
        .contains("Matched: " + found, "Line 1: " + line, "\"matched\":\"" + line);
  }

  @Test
  void whatIsDecidedAsItWasBilledNeedsNoWord() {
    var claim = OFFICE.atPayer("99213");

    var answer =
        new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    var told = OFFICE.get(Role.BILLER, "/remittances/" + answer.at("/remittances/0/publicId"));
    assertThat(told.at("/found/0/how")).isEqualTo("CONTROL_NUMBER");
    assertThat(told.json().at("/found/0/lines")).isEmpty();
    assertThat(OFFICE.claim(claim).text()).doesNotContain("Matched:");
  }

  @Test
  void aLineThatIsPaidUnderAnotherCodeIsComparedWithWhatWasBilled() {
    var claim = OFFICE.atPayer("99213");

    new Remitted(OFFICE, OFFICE.trace())
        .decided("99212", "1")
        .line(claim, "1", "CO 45 88.00, PR 3 30.00")
        .arrives();

    assertThat(underpayments(claim))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/expected").asString()).isEqualTo("92.00");
          assertThat(u.at("/allowed").asString()).isEqualTo("62.00");
        });
  }

  @Test
  void unitsThatThePayerRestatesAreNotExpectedToBePaid() {
    var claim = OFFICE.atPayer("99213");

    new Remitted(OFFICE, OFFICE.trace())
        .decided("99213", "2")
        .line(claim, "1", "CO 45 58.00, PR 3 30.00")
        .arrives();

    assertThat(underpayments(claim)).isEmpty();
    assertThat(OFFICE.claim(claim).text()).contains("units billed 1, decided 2");
  }
}

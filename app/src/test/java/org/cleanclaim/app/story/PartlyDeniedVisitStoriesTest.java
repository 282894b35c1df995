package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// A visit of which one line is denied and the others are decided for good.
class PartlyDeniedVisitStoriesTest {
  private static final Office OFFICE = new Office("part", "1130002953");

  /// A copayment of 30.00 on the first line; the second is refused.
  private static BilledClaim decided(String refusal) {
    var claim = OFFICE.atPayer("99213", "20610");
    new Remitted(OFFICE, OFFICE.trace())
        .lines(claim, "1", List.of("CO 45 58.00, PR 3 30.00", refusal))
        .arrives();
    return claim;
  }

  private static void isBilledToPatient(BilledClaim claim) {
    var cases = OFFICE.denials(claim);
    assertThat(cases).hasSize(1);
    OFFICE
        .post(
            Role.BILLER,
            "/denials/" + cases.getFirst().at("/publicId").asString() + "/deeds",
            "{\"action\": \"bill-patient\", \"reason\": \"Not in the plan\"}")
        .is(200);
  }

  private static ApiAnswer run() {
    return OFFICE.post(
        Role.BILLER, "/billing/statements/run", "{\"on\": \"%s\"}".formatted(Office.TODAY));
  }

  private static String path(BilledClaim claim) {
    return "/billing/accounts/"
        + OFFICE.inside(() -> OFFICE.server.bean(Patients.class).get(claim.patientId()).publicId());
  }

  @Test
  void thePatientIsAskedForTheLinesThatNoDenialKeeps() {
    var claim = decided("PR 204 120.00");

    var account = OFFICE.account(claim);
    assertThat(account.at("/due")).isEqualTo("30.00");
    assertThat(account.at("/waiting")).isEqualTo("120.00");
    assertThat(account.at("/shares/0/waiting")).isEqualTo("120.00");
    assertThat(account.at("/shares/0/waitsFor"))
        .startsWith("The denial of claim " + claim.controlNumber())
        .endsWith("line 2, is not closed yet");
    assertThat(account.at("/state")).isEqualTo("READY_TO_BILL");

    run().is(200);
    var statement = OFFICE.get(Role.BILLER, path(claim) + "/statement").is(200);
    assertThat(statement.at("/dueNow")).isEqualTo("30.00");
    assertThat(statement.at("/content/notDue/0/amount")).isEqualTo("120.00");
    assertThat(statement.at("/content/notDue/0/explanation")).contains("this part of the visit");

    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "PD-1", "method": "cash", "purpose": "STATEMENT", "amount": "50.00"}
            """
                .formatted(path(claim).substring("/billing/accounts/".length())))
        .is(200);
    assertThat(OFFICE.account(claim).at("/due")).isEqualTo("0.00");
    assertThat(OFFICE.account(claim).at("/waiting")).isEqualTo("120.00");

    isBilledToPatient(claim);
    assertThat(OFFICE.account(claim).at("/balance")).isEqualTo("100.00");
    assertThat(OFFICE.account(claim).at("/waiting")).isEqualTo("0.00");
  }

  @Test
  void aRefusalThatThePayerBearsKeepsNothingOfTheOtherLines() {
    var claim = decided("CO 197 120.00");

    assertThat(OFFICE.account(claim).at("/due")).isEqualTo("30.00");
    assertThat(OFFICE.account(claim).at("/waiting")).isEqualTo("0.00");
    assertThat(OFFICE.account(claim).at("/shares/0/waitsFor")).isEmpty();
  }

  @Test
  void aCorrectionOfTheClaimKeepsAllOfItAgain() {
    var claim = decided("CO 16 120.00");
    assertThat(OFFICE.account(claim).at("/due")).isEqualTo("30.00");

    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + claim.publicId() + "/corrections",
            "{\"how\": \"REPLACEMENT\", \"reason\": \"The modifier was missing\"}")
        .is(200);

    assertThat(OFFICE.account(claim).at("/due")).isEqualTo("0.00");
    assertThat(OFFICE.account(claim).at("/waiting")).isEqualTo("30.00");
  }

  @Test
  void assistanceIsGivenOfWhatIsDueAndOfTheRestOnceItIs() {
    var claim = decided("PR 204 120.00");
    var taken =
        OFFICE
            .post(
                Role.BILLER,
                path(claim) + "/assistance",
                """
                {"householdSize": 2, "yearlyIncome": "50000", "evidence": "Stubs", "receivedOn": "%s"}
                """
                    .formatted(Office.TODAY))
            .is(200);
    OFFICE
        .post(
            Role.MANAGER,
            "/billing/assistance/" + taken.at("/id") + "/decision",
            """
            {"outcome": "APPROVED", "from": "%s", "through": "%s", "why": "By the scale", "on": "%s"}
            """
                .formatted(Office.TODAY.minusDays(90), Office.TODAY.plusDays(90), Office.TODAY))
        .is(200);
    assertThat(OFFICE.account(claim).at("/due")).as("half of 30.00").isEqualTo("15.00");
    assertThat(OFFICE.account(claim).at("/waiting")).isEqualTo("120.00");

    isBilledToPatient(claim);
    run().is(200);
    assertThat(OFFICE.account(claim).at("/due")).as("half of 150.00").isEqualTo("75.00");
  }
}

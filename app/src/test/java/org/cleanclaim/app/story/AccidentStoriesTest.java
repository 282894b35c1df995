package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.junit.jupiter.api.Test;

/// Visits about an injury, and visits that are about none of a patient who has had one.
class AccidentStoriesTest {
  private static final Office OFFICE = new Office("acc", "1003001033");
  private static final SecondPayer MILL =
      new SecondPayer(OFFICE, "mill", "Mill Compensation", FilingIndicator.WORKERS_COMPENSATION);

  private static Encounter hurt(String member) {
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    MILL.covers(patient.id(), "WC-" + member);
    return OFFICE.inside(() -> OFFICE.charge(patient, "V" + member, Office.SERVED, "11", "99213"));
  }

  private static ApiAnswer accident(Encounter visit, String body) {
    return OFFICE.post(Role.FRONT_DESK, "/encounters/" + visit.publicId() + "/accident", body);
  }

  private static String billed(Encounter visit) {
    return OFFICE
        .post(Role.BILLER, "/encounters/" + visit.publicId() + "/claim", "{}")
        .is(200)
        .at("/claim");
  }

  @Test
  void aVisitAboutNoInjuryGoesToTheHealthPlan() {
    var visit = hurt(OFFICE.member());

    var claim = OFFICE.get(Role.BILLER, "/claims/" + billed(visit)).is(200);

    assertThat(claim.text()).contains("Harbor Health").doesNotContain("Mill Compensation");
  }

  @Test
  void anInjuryAtWorkGoesToTheCarrierOnceItIsEntered() {
    var visit = hurt(OFFICE.member());
    assertThat(accident(visit, "{\"causes\": [\"EMPLOYMENT\"], \"reason\": \"x\"}").is(400).text())
        .contains("how you know");
    assertThat(
            accident(
                    visit,
                    """
                    {"causes": ["EMPLOYMENT"], "happenedOn": "%s", "reason": "first report of injury"}\
                    """
                        .formatted(Office.SERVED.plusDays(1)))
                .is(400)
                .text())
        .contains("The accident lies after the visit");
    assertThat(
            accident(
                    visit,
                    """
                    {"causes": ["AUTO"], "happenedOn": "%s", "reason": "police report"}\
                    """
                        .formatted(Office.SERVED))
                .is(400)
                .text())
        .contains("the state in which");
    var day = Office.SERVED.minusDays(2);
    accident(
            visit,
            """
            {"causes": ["EMPLOYMENT"], "happenedOn": "%s", "reason": "first report of injury"}\
            """
                .formatted(day))
        .is(204);

    String claim = billed(visit);

    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim).text()).contains("Mill Compensation");
    var frozen = new OfficeRecords(OFFICE).claim(claim).snapshot();
    assertThat(frozen.accident()).isEqualTo(new Accident(List.of("EM"), day, null));
    assertThat(frozen.subscriber().sequence()).isEqualTo(PayerSequence.PRIMARY);
  }

  @Test
  void aClaimThatWaitsFollowsWhatIsSaidOfTheVisit() {
    var visit = hurt(OFFICE.member());
    String claim = billed(visit);
    accident(
            visit,
            """
            {"causes": ["EMPLOYMENT"], "happenedOn": "%s", "reason": "first report of injury"}\
            """
                .formatted(Office.SERVED))
        .is(204);
    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim).text()).contains("Mill Compensation");

    accident(visit, "{\"causes\": [], \"reason\": \"it was an old pain\"}").is(204);
    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim).text())
        .contains("Harbor Health")
        .doesNotContain("\"payer\":\"Mill");
  }
}

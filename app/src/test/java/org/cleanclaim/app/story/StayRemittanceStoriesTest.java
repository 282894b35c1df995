package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// What payers send for stays in hospital: by DRG, beside the contract, as one case, refused whole.
class StayRemittanceStoriesTest {
  private static final Office OFFICE = new Office("sty", "1746283518");

  @Test
  void aStayPaidByItsDrgWithAnOutlierIsSettledByAdjustmentsOfTheWholeClaim() {
    String member = OFFICE.member();
    var claim = OFFICE.stayBilled(member);
    OFFICE.deliver(OFFICE.box(List.of(member)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(claim)).isEqualTo("7500.50");

    new Remitted(OFFICE, OFFICE.trace())
        .stay(claim, "1", "305", "CO 45 1200.50, PR 1 1676.00", "400.00")
        .arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("1676.00");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatTheContractGivesForAStayStandsBesideWhatThePayerAllows() {
    var office = new Office("con", "1553001102");
    String member = office.member();
    var claim = office.stayBilled(member);
    office.deliver(office.box(List.of(member)));
    office
        .post(
            Role.MANAGER,
            "/payers/harbor/contracts",
            """
            {"text": "contract: Harbor hospital\\nfrom: 2020-01-01\\ncap: lesser_of_charge\\nterms:\\n  - name: days in hospital\\n    revenue_codes: [0110-0219]\\n    pays: {per_diem: 1850.00}\\n  - name: everything else\\n    pays: {percent_of_charge: 0.60}\\n"}
            """)
        .is(200);

    new Remitted(office, office.trace())
        .lines(claim, "1", List.of("CO 45 700.00", "CO 45 600.20"))
        .arrives();

    String page = office.page("/claims/" + claim.publicId());
    assertThat(page)
        .containsSubsequence("What the payer decided", "5,550.00", "days in hospital")
        .containsSubsequence("900.30", "everything else")
        .doesNotContain("not known");
    // The days in hospital are named by their department alone (SVC01 NU).
    assertThat(Office.rows(office.get(Role.BILLER, "/underpayments?state=all")))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/term").asString()).isEqualTo("days in hospital");
          assertThat(u.at("/expected").asString()).isEqualTo("5550.00");
          assertThat(u.at("/allowed").asString()).isEqualTo("5300.00");
        });
  }

  @Test
  void aCaseIsComparedAsAWholeHoweverThePayerSpreadsItOverItsLines() {
    var office = new Office("cas", "1553001060");
    String member = office.member();
    var agreed = office.stayBilled(member);
    var underpaid = office.stayBilled(office.member());
    office
        .post(
            Role.MANAGER,
            "/payers/harbor/contracts",
            """
            {"text": "contract: Harbor cases\\nfrom: 2020-01-01\\ncap: lesser_of_charge\\nterms:\\n  - name: case\\n    pays: {case_rate: 5000.00}\\n"}
            """)
        .is(200);

    // 7500.50 are charged: 5000.00 and 4900.00 allowed.
    new Remitted(office, office.trace())
        .lines(agreed, "1", List.of("CO 45 2000.00", "CO 45 500.50"))
        .lines(underpaid, "1", List.of("CO 45 2000.00", "CO 45 600.50"))
        .arrives();

    assertThat(Office.rows(office.get(Role.BILLER, "/underpayments?state=all")))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/procedure").asString()).isEqualTo("whole claim");
          assertThat(u.at("/expected").asString()).isEqualTo("5000.00");
          assertThat(u.at("/allowed").asString()).isEqualTo("4900.00");
        });
  }

  @Test
  void aStayRefusedAsAWholeOpensACase() {
    String member = OFFICE.member();
    var claim = OFFICE.stayBilled(member);
    OFFICE.deliver(OFFICE.box(List.of(member)));

    new Remitted(OFFICE, OFFICE.trace()).stay(claim, "4", "305", "CO 50 7500.50", "0.00").arrives();

    assertThat(OFFICE.owed(claim)).isEqualTo("7500.50");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(OFFICE.denials(claim)).hasSize(1);
    assertThat(OFFICE.isBalanced()).isTrue();
  }
}

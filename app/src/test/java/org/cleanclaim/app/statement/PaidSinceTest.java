package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// What came in for a bill since it went to an agency, whoever paid it.
class PaidSinceTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final LocalDate PLACED = LocalDate.of(2026, 6, 2);
  private static final BillingPractice PRACTICE = new BillingPractice("pds", "1730400235");

  private static ApiAnswer ok(ApiAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static void pays(Patient patient, String receipt, String amount, LocalDate on) {
    ok(
        PRACTICE.post(
            "fran",
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "%s", "method": "check", "purpose": "STATEMENT", "amount": "%s",
             "receivedOn": "%s"}
            """
                .formatted(patient.publicId(), receipt, amount, on)));
  }

  private static String claim(Encounter visit, String share) {
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "180");
    PRACTICE.decided(visit, claim, "kind", "50", "30", share);
    return claim;
  }

  @Test
  void theHouseholdsPaymentsAndThePayersForVisitsOfTheBillCount() {
    var sean = PRACTICE.patient("Brook, Sean", "3 Harbor Row");
    var aoife = PRACTICE.patient("Brook, Sean", "3 Harbor Row");
    PRACTICE.share(sean, "kind", SERVED, "100");
    var hers = PRACTICE.encounter(aoife, SERVED);
    String claim = claim(hers, "100");
    for (int days : new int[] {0, 30, 60}) PRACTICE.statementsOf(DAY.plusDays(days));
    pays(aoife, "PDS-1", "5", DAY.plusDays(61));
    var placement =
        ok(
            PRACTICE.post(
                "bill",
                "/billing/accounts/" + sean.publicId() + "/collection",
                "{\"agency\": \"Firm\", \"on\": \"" + PLACED + "\"}"));
    assertThat(placement.at("/amount")).isEqualTo("195.00");
    assertThat(placement.at("/paid")).isEqualTo("0.00");

    pays(sean, "PDS-2", "10", PLACED.plusDays(3));
    pays(aoife, "PDS-3", "15", PLACED.plusDays(4));
    PRACTICE.decided(hers, claim, "kind", "40", "0", "-40", PLACED.plusDays(5));
    claim(PRACTICE.encounter(aoife, PLACED.plusDays(6)), "100");

    assertThat(PRACTICE.get("bill", "/billing/collections").text())
        .as("10 and 15 of the household, 40 of the payer; the visit after it is not of the bill")
        .contains("\"paid\":\"65.00\"");
    assertThat(PRACTICE.caller("bill").send("GET", "/billing/collections", "").body())
        .contains("65.00", "by payers 40.00");
  }
}

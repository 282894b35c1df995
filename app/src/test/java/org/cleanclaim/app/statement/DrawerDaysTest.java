package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// The drawers of a day and the ledger's day have the same money, or the page says why not.
class DrawerDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final BillingPractice PRACTICE = new BillingPractice("drd", "1730400243");

  private static void pays(String receipt, String amount) {
    var answer =
        PRACTICE.post(
            "fran",
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "%s", "method": "cash", "purpose": "STATEMENT", "amount": "%s",
             "receivedOn": "%s"}
            """
                .formatted(PRACTICE.patient().publicId(), receipt, amount, DAY));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static List<String> differences(LocalDate day) {
    return PRACTICE.as(Role.BILLER, () -> PRACTICE.server.bean(DrawerDays.class).differences(day));
  }

  @Test
  void whatIsEnteredForAClosedDayIsToldOnBothDays() {
    pays("DRD-1", "30");
    assertThat(differences(DAY)).isEmpty();
    assertThat(
            PRACTICE
                .post(
                    "mara",
                    "/ledger/closings",
                    "{\"kind\": \"day\", \"through\": \"%s\"}".formatted(DAY))
                .status())
        .isEqualTo(200);

    pays("DRD-2", "40");
    pays("DRD-3", "5");

    assertThat(differences(DAY))
        .containsExactly(
            "$45.00 of 2 entries in this list stands in the ledger on 2026-02-03: this day was"
                + " closed when it was entered.");
    assertThat(differences(DAY.plusDays(1)))
        .containsExactly(
            "The ledger has $45.00 of 2 entries on this day that is in the list of 2026-02-02: that"
                + " day was closed when it was entered.");
    assertThat(PRACTICE.caller("fran").send("GET", "/billing/drawer?on=" + DAY, "").body())
        .contains("stands in the ledger on 2026-02-03");
  }
}

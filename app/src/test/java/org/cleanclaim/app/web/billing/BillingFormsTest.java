package org.cleanclaim.app.web.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.statement.BillingRefusal;
import org.junit.jupiter.api.Test;

/// What is done on the lists of patient billing.
class BillingFormsTest {
  private static final BillingPractice PRACTICE = new BillingPractice("bfo", "1831398478");

  private final BillingForms forms = PRACTICE.server.bean(BillingForms.class);

  private static String refunds() {
    return PRACTICE.caller("bill").send("GET", "/billing/refunds", "").body();
  }

  @Test
  void aRefundOfAPayersCreditIsAskedForInTheListOfCredits() {
    var patient = PRACTICE.patient();
    var visit = PRACTICE.encounter(patient, LocalDate.of(2026, 1, 5));
    String claim = PRACTICE.billed(visit, "kind", "AT_PAYER", "100");
    PRACTICE.decided(visit, claim, "kind", "100", "0", "0");
    PRACTICE.decided(visit, claim, "kind", "40", "0", "0");
    assertThat(refunds()).contains("name=\"claim\" value=\"" + claim + "\"", "value=\"40.00\"");

    PRACTICE.as(Role.BILLER, () -> forms.ask(claim, null, null, "40", "Paid twice", ""));

    assertThat(refunds())
        .contains("Paid twice")
        .doesNotContain("name=\"claim\" value=\"" + claim + "\"");
    assertThatThrownBy(() ->
            PRACTICE.as(Role.BILLER, () -> forms.ask(claim, null, null, "1", "Paid twice", "")))
        .isInstanceOf(BillingRefusal.class);
    assertThatThrownBy(() ->
            PRACTICE.as(Role.BILLER, () -> forms.ask(claim, null, null, "much", "Paid twice", "")))
        .hasMessageContaining("no amount");
  }
}

package org.cleanclaim.app.web.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.staff.Visitor;
import org.cleanclaim.app.statement.BillingPolicies;
import org.cleanclaim.app.statement.BillingPractice;
import org.cleanclaim.app.statement.PolicyField;
import org.junit.jupiter.api.Test;

/// The policy of patient billing is read by who sees accounts and changed by who keeps it.
class BillingPolicyPagesTest {
  private static final String PAGE = "/billing/policy";

  private final BillingPractice practice = new BillingPractice("pol", "1346219870");

  private String form(String from, String... changed) {
    var policy = practice.as(Role.MANAGER, () -> policies().latest());
    var form = new StringBuilder("from=" + from + "&version=" + policy.version());
    for (PolicyField field : PolicyField.values()) {
      String value = field.in(policy);
      for (int i = 0; i < changed.length; i += 2) {
        if (changed[i].equals(field.key())) value = changed[i + 1];
      }
      form.append('&').append(field.key()).append('=').append(value.replace("=", "%3D"));
    }
    return form.toString();
  }

  private BillingPolicies policies() {
    return practice.server.bean(BillingPolicies.class);
  }

  @Test
  void eachValueIsExplainedChangedFromADayOnAndItsChangesStay() {
    var today = LocalDate.now(Practice.ZONE);
    try (var manager = new Visitor(practice.name("mara"), Practice.PASSWORD);
        var biller = new Visitor(practice.name("bill"), Practice.PASSWORD)) {
      var blank = biller.get(PAGE).body();
      for (PolicyField field : PolicyField.values()) assertThat(blank).contains(field.title());
      assertThat(blank)
          .contains("Up to this no statement goes out, and it may be given up")
          .doesNotContain("Change it from a day on");
      assertThat(manager.get("/billing").body()).contains("href=\"" + PAGE + "\">Policy</a>");

      String wrong =
          form(
              today.minusDays(1).toString(),
              "daysToPay",
              "0",
              "smallBalance",
              "some",
              "charitableHospital",
              "yes",
              "collectionDays",
              "90",
              "assistanceTiers",
              "300=50 200=100");
      assertThat(manager.post(PAGE, PAGE + "/check", wrong).body())
          .contains("Days to pay lies between 1 and 120.")
          .contains("no amount in dollars")
          .contains("at least 120 days before collection")
          .contains("The steps of a scale rise")
          .contains("What is past was done by the policy before.");
      assertThat(manager.post(PAGE, PAGE, wrong).statusCode()).isEqualTo(422);
      assertThat(biller.post("/billing", PAGE, wrong).statusCode()).isEqualTo(403);

      String later = today.plusMonths(1).toString();
      assertThat(manager.post(PAGE, PAGE, form(later, "daysToPay", "21")).statusCode())
          .isEqualTo(303);
      assertThat(practice.get("bill", "/billing/policy").json().at("/daysToPay").asInt())
          .as("it holds from next month")
          .isEqualTo(30);
      assertThat(
              manager.post(PAGE, PAGE, form(today.toString(), "smallBalance", "7.50")).statusCode())
          .isEqualTo(303);
    }

    var inForce = practice.get("bill", "/billing/policy").json();
    assertThat(inForce.at("/smallBalance").asString()).isEqualTo("7.50");
    assertThat(inForce.at("/daysToPay").asInt()).isEqualTo(21);
    var versions = practice.get("bill", "/billing/policy/versions").json();
    assertThat(versions.size()).isEqualTo(2);
    assertThat(versions.at("/0/changes/0").asString())
        .isEqualTo("Small balance, dollars: 5.00 → 7.50");
    assertThat(versions.at("/1/changes/0").asString()).isEqualTo("Days to pay: 30 → 21");
    assertThat(versions.at("/1/savedBy").asString()).isEqualTo(practice.name("mara"));
  }

  @Test
  void theApiRefusesWhatThePageRefuses() {
    var said = practice.put("mara", "/billing/policy", "{\"planGraceDays\": 61}");
    assertThat(said.status()).isEqualTo(409);
    assertThat(said.at("/detail")).isEqualTo("Days of grace lies between 0 and 60.");
    var past = practice.put("mara", "/billing/policy", "{\"from\": \"2020-01-01\"}");
    assertThat(past.at("/detail")).contains("choose today or later");
    var stale = practice.put("mara", "/billing/policy", "{\"version\": 99}");
    assertThat(stale.at("/detail")).contains("Somebody has changed the policy meanwhile");
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// Payment plans that have ended stay on the list, however many there are.
class EndedPlanStoriesTest {
  private static final Office OFFICE = new Office("epl", "1003007022");
  private static final int PLANS = 503;

  @Test
  void morePlansThanAPageHoldsAreAllThere() {
    var patient = OFFICE.inside(() -> OFFICE.registered(OFFICE.member()));
    OFFICE.write(() ->
        OFFICE
            .jdbc()
            .sql(
                """
                insert into payment_plan (patient_id, total, agreed_on, note, status, paid_before, made_by, ended_on, ended_why)
                select :patient, n, :day, 'By telephone', 'CANCELLED', 0, 'mara', :day, 'Reason ' || n || ' of old'
                from generate_series(1, :plans) n
                """)
            .param("patient", patient.id().value())
            .param("day", Office.SERVED)
            .param("plans", PLANS)
            .update());

    var first = OFFICE.get(Role.MANAGER, "/billing/plans").is(200);
    var second = OFFICE.get(Role.MANAGER, first.next()).is(200);
    assertThat(Office.rows(first)).hasSize(500);
    assertThat(Office.rows(second)).hasSize(3);
    assertThat(second.next()).isNull();

    assertThat(OFFICE.page("/billing/plans?state=ALL"))
        .contains("Reason 503 of old", "/billing/plans?state=ALL&amp;plans=2")
        .doesNotContain("Reason 1 of old");
    assertThat(OFFICE.page("/billing/plans?state=ALL&plans=2")).contains("Reason 1 of old");
    assertThat(OFFICE.page("/billing/plans.csv")).contains("Reason 1 of old", "Reason 503 of old");
  }
}

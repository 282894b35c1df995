package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.EncounterId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueueRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

  private final QueueRules rules = Undone.SERVER.bean(QueueRules.class);
  private final Credentials credentials = Undone.SERVER.bean(Credentials.class);
  private final Charts charts = Undone.SERVER.bean(Charts.class);
  private final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  /// An inpatient chart that nobody has begun.
  private EncounterId inpatientChart() {
    long id =
        jdbc.sql("select encounter_id from chart order by chart_id limit 1")
            .query(Long.class)
            .single();
    jdbc.sql("update encounter set setting = 'INPATIENT' where encounter_id = :id")
        .param("id", id)
        .update();
    jdbc.sql("update chart set status = 'UNASSIGNED', coder = null where encounter_id = :id")
        .param("id", id)
        .update();
    return new EncounterId(id);
  }

  private static CredentialEntry ccs(LocalDate expires, String proof) {
    return new CredentialEntry(
        "CCS", null, LocalDate.of(2024, 1, 1), expires, null, null, null, BigDecimal.ZERO, proof);
  }

  private String refusal() {
    return Undone.on(
        DAY,
        () ->
            Undone.then("casey", Role.CODER, () -> rules.refusal("INPATIENT", "Surgery", "V-1"))
                .orElse(""));
  }

  @Test
  void aCoderWithoutTheCredentialClaimsNoInpatientChart() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          var chart = inpatientChart();

          assertThatThrownBy(() -> finalizing.finalizeCodes(chart))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("Inpatient charts take CCS or CIC")
              .hasMessageContaining("none of these on record");
          assertThatThrownBy(() -> reopening.reopen(chart, "again"))
              .isInstanceOf(StaffRefusal.class);
          assertThat(charts.get(chart).coder()).isNull();
        });
  }

  @Test
  void theSentenceSaysWhetherItExpiredOrIsUnproven() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          var casey = Undone.member("Casey Coder");
          assertThat(refusal()).contains("none of these");

          credentials.put(casey, ccs(DAY.minusDays(1), "seen"));
          assertThat(refusal()).contains("Your CCS expired on 2026-04-19");

          credentials.put(casey, ccs(DAY, null));
          assertThat(refusal()).contains("without a proof"); // a renewal needs its own

          credentials.put(casey, ccs(DAY, "seen"));
          assertThat(refusal()).isEmpty();
        });
  }

  @Test
  void aRuleOfASpecialtyHoldsBesideThatOfTheSetting() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          credentials.put(Undone.member("Casey Coder"), ccs(DAY, "seen"));
          assertThat(refusal()).isEmpty();

          rules.put("INPATIENT", "surgery", List.of("CIC"));
          assertThat(refusal()).startsWith("Inpatient charts of surgery take CIC.");

          rules.put("INPATIENT", "surgery", List.of("CIC", "CCS"));
          assertThat(refusal()).isEmpty();
          assertThatThrownBy(() -> rules.put("WARD", null, List.of("CCS")))
              .isInstanceOf(StaffRefusal.class);
        });
  }

  @Test
  void anAdministratorAllowsOneVisitWithAReasonOnTheTrail() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          assertThatThrownBy(() -> rules.allow("V-1", "casey", " "))
              .isInstanceOf(StaffRefusal.class);

          rules.allow("V-1", "casey", "Nobody else is here this week");

          assertThat(refusal()).isEmpty();
          assertThat(
                  Undone.then(
                      "casey", Role.CODER, () -> rules.refusal("INPATIENT", "Surgery", "V-2")))
              .isPresent();
          assertThat(Undone.SERVER.bean(AuditTrail.class).latest(null, 3))
              .anyMatch(e ->
                  e.action().equals("allowed casey in spite of the queue rules")
                      && "Nobody else is here this week".equals(e.reason()));
        });
  }

  @Test
  void aManagerSetsRulesButAllowsNoException() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () ->
            assertThatThrownBy(() -> rules.allow("V-1", "casey", "please do it"))
                .isInstanceOf(AccessDeniedForActor.class));
    Undone.as(
        "casey",
        Role.CODER,
        () ->
            assertThatThrownBy(() -> rules.put("INPATIENT", null, List.of("CPC")))
                .isInstanceOf(AccessDeniedForActor.class));
  }

  @Test
  void whoLeftQualifiesForNothing() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          credentials.put(casey, ccs(DAY, "seen"));
          rules.allow("V-1", "casey", "Nobody else is here this week");
          assertThat(refusal()).isEmpty();

          Undone.SERVER
              .bean(Staff.class)
              .change(
                  casey,
                  new StaffEntry(
                      casey.name(),
                      casey.position(),
                      casey.state(),
                      casey.hoursPerWeek(),
                      casey.employedFrom(),
                      DAY));

          assertThat(refusal()).contains("not employed on 2026-04-20");
          assertThatThrownBy(() -> rules.allow("V-2", "casey", "Nobody else is here this week"))
              .hasMessageContaining("Nobody who is employed today signs in as casey");
        });
  }

  @Test
  void aRuleForACredentialThatNobodyKnowsNamesTheNearest() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          assertThatThrownBy(() -> rules.put("INPATIENT", null, List.of("CCS", "CICC")))
              .hasMessageContaining("No credential CICC is known. Nearest: CIC");
          rules.putUnlisted("INPATIENT", null, List.of("CCS", "CICC"));
          assertThat(refusal()).contains("CCS or CICC");
        });
  }
}

package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.deadline.RepeatedClocks;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of what patients have paid too much: each runs from the day on which nothing stands
/// against the money any more ([CreditWaits]), until it is back with the patient or applied; what
/// is paid ahead has no clock.
@Component
@Transactional
class PatientCreditClocks {
  private static final String SUBJECT = "credit of account ";

  /// @param amount refunds agreed to and not paid, and the credit that waits for nothing
  /// @param isMedicare Medicare covers the patient or has done so
  private record Standing(String account, UUID patient, Money amount, boolean isMedicare) {}

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final RepeatedClocks clocks;
  private final BillingPolicies policies;
  private final CreditWaits waits;

  PatientCreditClocks(
      JdbcClient jdbc,
      Deadlines deadlines,
      RepeatedClocks clocks,
      BillingPolicies policies,
      CreditWaits waits) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.policies = policies;
    this.waits = waits;
  }

  /// Looks at patients whose money has moved: credits start their clocks, and clocks of credits
  /// that are no more end.
  void look(Collection<Long> patientIds) {
    int days = policies.current().creditDays();
    standings(patientIds).forEach(standing -> look(standing, days));
  }

  /// Looks at everybody who has a credit or a clock of one.
  void lookAtAll() {
    look(
        jdbc.sql(
                """
                select patient_id
                from entry
                where account in ('UNAPPLIED_CASH', 'REFUND') and patient_id is not null
                group by patient_id
                having sum(amount) < 0
                union
                select patient_id from patient where :subject || account_number = any (:subjects)
                """)
            .param("subject", SUBJECT)
            .param("subjects", clocks.subjects(ClockKind.PATIENT_CREDIT).toArray(String[]::new))
            .query(Long.class)
            .list());
  }

  private void look(Standing standing, int days) {
    String subject = SUBJECT + standing.account();
    if (standing.amount().isPositive()) {
      clocks.run(
          ClockStart.of(
                  ClockKind.PATIENT_CREDIT,
                  subject,
                  LegalClocks.patientCredit(days, standing.isMedicare()),
                  deadlines.today())
              .atStep(1, "Return or apply the credit of account " + standing.account())
              .leadingTo("/billing/accounts/" + standing.patient()));
    } else {
      deadlines.ended(
          ClockKind.PATIENT_CREDIT,
          subject,
          "The credit was applied, or a visit that is not decided stands against it");
    }
  }

  /// A refund to a patient was paid; the clock goes on while more is owed back.
  void returned(long patientId, LocalDate on, String evidence) {
    standings(List.of(patientId)).stream()
        .filter(standing -> !standing.amount().isPositive())
        .forEach(standing ->
            clocks.met(ClockKind.PATIENT_CREDIT, SUBJECT + standing.account(), on, evidence));
  }

  private List<Standing> standings(Collection<Long> patientIds) {
    var people =
        jdbc.sql(
                "select distinct coalesce(merged_into, patient_id) from patient where patient_id ="
                    + " any (:patients)")
            .param("patients", patientIds.toArray(Long[]::new))
            .query(Long.class)
            .list();
    var waiting = waits.of(people).keySet();
    return jdbc.sql(
            """
            with money as (
              select n.patient_id, own.records,
                coalesce(-sum(e.amount) filter (where e.account = 'UNAPPLIED_CASH'), 0) as cash,
                coalesce(-sum(e.amount) filter (where e.account = 'REFUND' and e.claim_id is null), 0) as agreed,
                coalesce(-sum(e.amount) filter (where e.account in ('UNAPPLIED_CASH', 'PATIENT_RECEIVABLE')), 0) as credit
              from unnest(:people::bigint[]) as n (patient_id)
              cross join lateral (select array(select same_person(n.patient_id)) as records) own
              left join entry e on e.patient_id = any (own.records)
              group by n.patient_id, own.records)
            select p.patient_id, p.account_number, p.public_id, greatest(m.agreed, 0) as agreed,
              greatest(least(m.cash, m.credit), 0) as credit,
              exists (select from coverage g join payer y using (payer_id) where g.patient_id = any (m.records)
                and lower(g.effective) <= :today and y.filing_code in ('MA', 'MB')) as is_medicare
            from money m
            join patient p using (patient_id)
            order by p.patient_id
            """)
        .param("people", people.toArray(Long[]::new))
        .param("today", deadlines.today())
        .query((row, n) ->
            new Standing(
                row.getString("account_number"),
                row.getObject("public_id", UUID.class),
                waiting.contains(row.getLong("patient_id"))
                    ? Rows.money(row, "agreed")
                    : Rows.money(row, "agreed").plus(Rows.money(row, "credit")),
                row.getBoolean("is_medicare")))
        .list();
  }
}

package org.cleanclaim.app.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps assistance at its percent: when a payer decides again about a visit of which some was
/// given, or what waited for it is the patient's now, the part that was given follows what is left
/// to the patient by now. Both ways are further entries of the same application.
@Component
@Transactional
class AssistanceUpkeep {
  /// A visit of which assistance was given.
  ///
  /// @param left what was open of it when assistance was given, with what payers have changed since
  /// @param latest the latest posting of the visit
  private record Given(
      String application,
      long patientId,
      long encounterId,
      int percent,
      Money given,
      Money left,
      long latest) {
    /// @param waiting what of the visit waits for insurance: nothing is given of it yet
    Money tooMuch(Money waiting) {
      Money right =
          left.minus(waiting)
              .max(Money.ZERO)
              .times(BigDecimal.valueOf(percent, 2), RoundingMode.HALF_UP);
      return given.minus(right);
    }
  }

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final VisitShares shares;

  AssistanceUpkeep(JdbcClient jdbc, Ledger ledger, VisitShares shares) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.shares = shares;
  }

  /// Gives back what is too much, and more of what is due.
  void follow(Household household, LocalDate on) {
    var given = given(household);
    if (given.isEmpty()) return;
    var waiting = new HashMap<Long, Money>();
    for (VisitShare share : shares.of(household)) {
      Long encounter = share.encounterId();
      if (encounter != null && share.isDue()) waiting.put(encounter, share.waiting());
    }
    for (Given one : given) {
      boolean isDue = waiting.containsKey(one.encounterId());
      Money tooMuch = one.tooMuch(waiting.getOrDefault(one.encounterId(), Money.ZERO));
      if (tooMuch.isPositive() || (tooMuch.isNegative() && isDue)) post(one, tooMuch, on);
    }
  }

  private void post(Given one, Money tooMuch, LocalDate on) {
    String reason = "Financial assistance of what is left by now";
    ledger.post(
        PostingDraft.of(
                "ASSISTANCE",
                reason,
                "assistance " + one.application(),
                "assistance-%s-%d-after-%d"
                    .formatted(one.application(), one.encounterId(), one.latest()),
                on)
            .about(one.patientId(), one.encounterId(), null, null)
            .debit(Account.PATIENT_RECEIVABLE, tooMuch, null, reason)
            .credit(Account.WRITE_OFF, tooMuch, null, reason)
            .build());
  }

  private List<Given> given(Household household) {
    return jdbc.sql(
            """
            with told as (
              select e.patient_id, coalesce(e.encounter_id, c.encounter_id) as encounter_id, e.amount, p.posting_id,
                p.kind, p.source, p.kind in ('APPLIED', 'WRITE_OFF', 'ASSISTANCE', 'SMALL_BALANCE') as is_settling
              from entry e
              join posting p on p.posting_id = e.posting_id
              left join claim c on c.claim_id = e.claim_id
              where e.account = 'PATIENT_RECEIVABLE' and e.patient_id = any (:patients)),
            given as (
              select encounter_id, -sum(amount) as given, min(posting_id) as given_at, min(patient_id) as patient_id
              from told
              where kind = 'ASSISTANCE'
              group by encounter_id)
            select a.public_id, g.patient_id, g.encounter_id, a.granted_percent, g.given,
              sum(t.amount) filter (where t.posting_id < g.given_at or not t.is_settling) as left_over,
              max(t.posting_id) as latest
            from given g
            join posting p on p.posting_id = g.given_at
            join assistance_application a on p.source = 'assistance ' || a.public_id
            join told t on t.encounter_id = g.encounter_id
            group by a.public_id, g.patient_id, g.encounter_id, a.granted_percent, g.given, g.given_at
            order by g.encounter_id
            """)
        .param("patients", household.recordIds())
        .query((row, n) ->
            new Given(
                row.getString("public_id"),
                row.getLong("patient_id"),
                row.getLong("encounter_id"),
                row.getInt("granted_percent"),
                Rows.money(row, "given"),
                Rows.money(row, "left_over"),
                row.getLong("latest")))
        .list();
  }
}

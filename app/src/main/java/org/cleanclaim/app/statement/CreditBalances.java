package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the practice owes back, to patients and payers, each with its cause.
@Component
@Transactional(readOnly = true)
public class CreditBalances {
  /// @param patient null for a payment that came for somebody else
  /// @param claim our number; null but for the credit of a claim
  /// @param payer null for a patient's credit
  /// @param payment a misdirected payment: its entry in the queue of remittances
  /// @param place of a misdirected payment: its remittance and where it stands there
  /// @param refundable how much of it may be refunded: no more than was paid in, and nothing to a
  ///   payer that has not decided on a correction of the claim
  /// @param asked in refunds that nobody has decided on
  /// @param waitsFor what stands against it still; null when it is free
  public record Credit(
      @Nullable UUID patient,
      @Nullable String name,
      @Nullable String claim,
      @Nullable String payer,
      @Nullable UUID payment,
      @Nullable String place,
      Money amount,
      Money refundable,
      Money asked,
      LocalDate since,
      String cause,
      CreditWaits.@Nullable Wait waitsFor) {}

  private final JdbcClient jdbc;
  private final MisdirectedPayments misdirected;
  private final CreditWaits waits;
  private final PayerCredits payers;

  CreditBalances(
      JdbcClient jdbc, MisdirectedPayments misdirected, CreditWaits waits, PayerCredits payers) {
    this.jdbc = jdbc;
    this.payers = payers;
    this.misdirected = misdirected;
    this.waits = waits;
  }

  /// All credits: of payers, of somebody else that came here, of patients; of each the oldest
  /// first.
  public List<Credit> list() {
    var credits = new ArrayList<>(payers.list());
    misdirected.list().forEach(payment -> credits.add(credit(payment)));
    credits.addAll(ofPatients());
    return credits;
  }

  /// A misdirected payment of which something is here still, by its entry in the queue of
  /// remittances.
  public Optional<Credit> ofPayment(UUID payment) {
    return misdirected
        .find(payment)
        .filter(p -> p.remaining().isPositive())
        .map(CreditBalances::credit);
  }

  private static Credit credit(MisdirectedPayments.Misdirected p) {
    return new Credit(
        null,
        null,
        null,
        p.payer(),
        p.id(),
        p.trace() + ", " + p.place(),
        p.remaining(),
        p.remaining(),
        p.remaining().minus(p.free()),
        p.paidOn(),
        p.why(),
        null);
  }

  private record Found(
      long patientId,
      UUID patient,
      String name,
      Money amount,
      Money cash,
      Money asked,
      LocalDate since,
      boolean isReversed,
      boolean isGivenUp) {
    Credit credit(CreditWaits.@Nullable Wait waitsFor) {
      return new Credit(
          patient,
          name,
          null,
          null,
          null,
          null,
          amount,
          amount.min(cash),
          asked,
          since,
          cause(waitsFor != null),
          waitsFor);
    }

    private String cause(boolean isAhead) {
      if (!cash.isPositive()) return "More was given up than was owed: correct the write-off";
      if (isReversed) return "The payer's later decision left less to the patient";
      if (isAhead) return "Paid ahead";
      return isGivenUp ? "Paid, and given up as well" : "Paid more than was owed";
    }
  }

  private List<Credit> ofPatients() {
    var found =
        jdbc.sql(
                """
                with credit as (
                  select e.patient_id, -sum(e.amount) as amount, max(p.effective_on) as since,
                    coalesce(-sum(e.amount) filter (where e.account = 'UNAPPLIED_CASH'), 0) as cash,
                    bool_or(p.kind = 'REVERSAL') as is_reversed,
                    bool_or(p.kind in ('WRITE_OFF', 'ASSISTANCE', 'SMALL_BALANCE')) as is_given_up
                  from entry e
                  join posting p using (posting_id)
                  where e.account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH') and e.patient_id is not null
                  group by e.patient_id
                  having sum(e.amount) < 0)
                select t.public_id as patient_public, t.last_name || ', ' || t.first_name as name, k.*,
                  coalesce((select sum(r.amount) from refund_request r
                    where r.patient_id = k.patient_id and r.claim_id is null and r.status = 'REQUESTED'), 0) as asked
                from credit k
                join patient t using (patient_id)
                order by k.since, k.patient_id
                """)
            .query((row, n) ->
                new Found(
                    row.getLong("patient_id"),
                    row.getObject("patient_public", UUID.class),
                    row.getString("name"),
                    Rows.money(row, "amount"),
                    Rows.money(row, "cash").max(Money.ZERO),
                    Rows.money(row, "asked"),
                    row.getObject("since", LocalDate.class),
                    row.getBoolean("is_reversed"),
                    row.getBoolean("is_given_up")))
            .list();
    var waiting = waits.of(found.stream().map(Found::patientId).toList());
    return found.stream().map(f -> f.credit(waiting.get(f.patientId()))).toList();
  }
}

package org.cleanclaim.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Posts and reads the ledger. Balances are sums of entries; those of the whole ledger are read
/// from the sums of its days, which the database keeps beside the entries.
@Component
@Transactional
public class Ledger {
  // Entries of all records of a person, also of those that were merged.
  private static final String OF_PERSON = "patient_id = any (array(select same_person(:id)))";

  /// An entry with its posting, as a screen shows it.
  public record LedgerLine(
      long postingId,
      String kind,
      String reason,
      String source,
      LocalDate effectiveOn,
      Instant postedAt,
      String actor,
      Account account,
      Money amount,
      @Nullable Long encounterId,
      @Nullable Long claimId,
      @Nullable Long payerId,
      @Nullable Integer line,
      @Nullable String memo) {}

  /// All debits and all credits; they are equal.
  public record Totals(Money debits, Money credits) {
    public boolean isBalanced() {
      return debits.equals(credits);
    }
  }

  private final JdbcClient jdbc;
  private final BulkPosting bulk;
  private final ReversingPosting reversal;
  private final Closings closings;
  private final ReadOnce<Long, Money> held = new ReadOnce<>(this::readHeld);

  Ledger(JdbcClient jdbc, BulkPosting bulk, ReversingPosting reversal, Closings closings) {
    this.jdbc = jdbc;
    this.bulk = bulk;
    this.reversal = reversal;
    this.closings = closings;
  }

  /// Posts once per idempotency key. A day that is closed already is replaced by the first open
  /// one.
  ///
  /// @return false when the key had been posted before; nothing is changed then
  public boolean post(PostingDraft draft) {
    return postAll(List.of(draft)) == 1;
  }

  /// Posts each draft once per idempotency key, in two statements for all.
  ///
  /// @return how many were new
  public int postAll(List<PostingDraft> drafts) {
    if (drafts.isEmpty()) return 0;
    return bulk.post(drafts, closings.firstOpenDay());
  }

  /// The day for which counts what is posted now and dated so: the day itself, or where it is
  /// closed the first open one.
  public LocalDate openDay(LocalDate day) {
    var first = closings.firstOpenDay();
    return first == null || !day.isBefore(first) ? day : first;
  }

  /// The later day for which counts what was dated so and posted when that day was closed; empty
  /// where it counts for its own.
  ///
  /// @param keys of the postings, any of them
  @Transactional(readOnly = true)
  public Optional<LocalDate> movedTo(Collection<String> keys) {
    return jdbc.sql(
            """
            select min(effective_on) as day
            from posting
            where idempotency_key = any (:keys) and document_on is not null
            having min(effective_on) is not null
            """)
        .param("keys", keys.toArray(String[]::new))
        .query(LocalDate.class)
        .optional();
  }

  /// Takes a posting out by one that names it, entry by entry; both stay.
  ///
  /// @return false when nothing was posted under the key, or it was taken out before
  public boolean reverse(String key, String kind, String reason, LocalDate effectiveOn) {
    return reversal.of(key, kind, reason, effectiveOn).map(this::post).orElse(false);
  }

  /// Balance of each account that is not zero.
  @Transactional(readOnly = true)
  public Map<Account, Money> balances() {
    var balances = new EnumMap<Account, Money>(Account.class);
    jdbc.sql(
            "select account, sum(debits - credits) as balance from ledger_day group by account"
                + " order by account")
        .query(row -> {
          balances.put(Account.valueOf(row.getString("account")), money(row, "balance"));
        });
    return balances;
  }

  @Transactional(readOnly = true)
  public Money claimBalance(long claimId) {
    return claimBalances(List.of(claimId)).getOrDefault(claimId, Money.ZERO);
  }

  @Transactional(readOnly = true)
  public Money unbilledBalance(long encounterId) {
    return sum("encounter_id = :id and account = 'UNBILLED'", encounterId);
  }

  /// What a patient has paid for a visit and is not applied to anything yet.
  @Transactional(readOnly = true)
  public Money heldForVisit(long encounterId) {
    return held.find(encounterId).orElse(Money.ZERO);
  }

  /// Reads what patients have paid for visits and will be asked for.
  @Transactional(readOnly = true)
  public void heldAhead(Collection<Long> encounters) {
    held.ahead(encounters);
  }

  private Map<Long, Money> readHeld(Set<Long> encounters) {
    var found = new HashMap<Long, Money>();
    jdbc.sql(
            """
            select encounter_id, -sum(amount) as balance
            from entry
            where encounter_id = any (:encounters) and account = 'UNAPPLIED_CASH'
            group by encounter_id
            """)
        .param("encounters", encounters.toArray(Long[]::new))
        .query(row -> {
          found.put(row.getLong("encounter_id"), money(row, "balance"));
        });
    return found;
  }

  /// What payers owe of claims; a claim of which nothing was posted is left out.
  @Transactional(readOnly = true)
  public Map<Long, Money> claimBalances(Collection<Long> claims) {
    var found = new HashMap<Long, Money>();
    jdbc.sql(
            """
            select claim_id, balance
            from (
              select claim_id, sum(amount) filter (where account = 'INSURANCE_RECEIVABLE') as balance
              from entry
              where claim_id = any (:claims)
              group by claim_id) as booked
            where balance is not null
            """)
        .param("claims", claims.toArray(Long[]::new))
        .query(row -> {
          found.put(row.getLong("claim_id"), money(row, "balance"));
        });
    return found;
  }

  /// What payers have paid on claims, less what they took back and what was refunded to them; a
  /// claim of which nothing of the kind was posted is left out.
  @Transactional(readOnly = true)
  public Map<Long, Money> claimCash(Collection<Long> claims) {
    var found = new HashMap<Long, Money>();
    jdbc.sql(
            """
            select claim_id, sum(amount) as balance
            from entry
            where claim_id = any (:claims) and account in ('DEPOSIT_IN_TRANSIT', 'BANK', 'REFUND')
            group by claim_id
            """)
        .param("claims", claims.toArray(Long[]::new))
        .query(row -> {
          found.put(row.getLong("claim_id"), money(row, "balance"));
        });
    return found;
  }

  /// What the postings of a claim have left to the patient, whatever of it was paid since.
  @Transactional(readOnly = true)
  public Money leftToPatient(long claimId) {
    return sum("claim_id = :id and account = 'PATIENT_RECEIVABLE'", claimId);
  }

  /// What the patient owes now: receivable less cash not yet applied.
  @Transactional(readOnly = true)
  public Money patientBalance(long patientId) {
    return sum(OF_PERSON + " and account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH')", patientId);
  }

  @Transactional(readOnly = true)
  public Money accountBalance(Account account, long patientId) {
    return sum(OF_PERSON + " and account = '" + account.name() + "'", patientId);
  }

  /// Those of the patients whose cash is not where it belongs: not applied, or on a visit that owes
  /// less by now.
  @Transactional(readOnly = true)
  public List<Long> withCashToApply(List<Long> patientIds) {
    return jdbc.sql(
            """
            with moved as (
              select distinct coalesce(merged_into, patient_id) as person from patient where patient_id = any (:patients)),
            money as (
              select m.person, case when e.account = 'PATIENT_RECEIVABLE' then coalesce(e.encounter_id, c.encounter_id) end
                as visit, sum(e.amount) as amount
              from moved m
              cross join lateral same_person(m.person) as own (record)
              join entry e on e.patient_id = own.record
              left join claim c on c.claim_id = e.claim_id
              where e.account in ('UNAPPLIED_CASH', 'PATIENT_RECEIVABLE')
              group by m.person, e.account, 2)
            select distinct person from money where amount < 0 order by person
            """)
        .param("patients", patientIds.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  @Transactional(readOnly = true)
  public Totals totals() {
    return jdbc.sql(
            """
            select coalesce(sum(debits), 0) as debits, coalesce(sum(credits), 0) as credits
            from ledger_day
            """)
        .query((row, n) -> new Totals(money(row, "debits"), money(row, "credits")))
        .single();
  }

  /// What came in from payers and patients, less what went back, by the day it counts for.
  ///
  /// @param until the first day that is no longer counted
  @Transactional(readOnly = true)
  public Money collected(LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select coalesce(sum(e.amount), 0) as balance
            from entry e
            join posting p using (posting_id)
            where e.account in ('BANK', 'DEPOSIT_IN_TRANSIT') and p.effective_on >= :from and p.effective_on < :until
            """)
        .param("from", from)
        .param("until", until)
        .query((row, n) -> money(row, "balance"))
        .single();
  }

  /// All entries about a patient, oldest first.
  @Transactional(readOnly = true)
  public List<LedgerLine> ofPatient(long patientId) {
    return lines("e." + OF_PERSON, patientId);
  }

  @Transactional(readOnly = true)
  public List<LedgerLine> ofClaim(long claimId) {
    return lines("e.claim_id = :id", claimId);
  }

  private List<LedgerLine> lines(String condition, long id) {
    return jdbc.sql(
            """
            select p.posting_id, p.kind, p.reason, p.source, p.effective_on, p.posted_at, p.actor, e.account,
              e.amount, e.encounter_id, e.claim_id, e.payer_id, e.line, e.memo
            from entry e
            join posting p using (posting_id)
            where %s
            order by p.posting_id, e.position
            """
                .formatted(condition))
        .param("id", id)
        .query((row, n) ->
            new LedgerLine(
                row.getLong("posting_id"),
                row.getString("kind"),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("effective_on", LocalDate.class),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("actor"),
                Account.valueOf(row.getString("account")),
                money(row, "amount"),
                row.getObject("encounter_id", Long.class),
                row.getObject("claim_id", Long.class),
                row.getObject("payer_id", Long.class),
                row.getObject("line", Integer.class),
                row.getString("memo")))
        .list();
  }

  private Money sum(String condition, long id) {
    return jdbc.sql("select coalesce(sum(amount), 0) as balance from entry where " + condition)
        .param("id", id)
        .query((row, n) -> money(row, "balance"))
        .single();
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}

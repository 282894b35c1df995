package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings what the bank shows together with the remittances that explain it: by trace number and
/// amount, else by amount alone where only one remittance within a few days has it. CORE rule 370
/// gives payers three business days between the two.
@Component
@Transactional
public class BankDeposits {
  /// Three business days with a weekend between them.
  private static final int DAYS_APART = 5;

  /// A line of a bank statement.
  ///
  /// @param trace check or EFT number, as the bank has it
  public record StatementLine(
      LocalDate depositedOn, Money amount, @Nullable String trace, String description) {}

  /// What came of an import.
  public record Imported(int added, int known, int matched) {}

  private record Pair(
      long depositId,
      UUID depositPublicId,
      long remittanceId,
      @Nullable Long payerId,
      String trace,
      Money amount,
      LocalDate depositedOn) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Organizations organizations;
  private final Clock clock;

  BankDeposits(
      JdbcClient jdbc, Ledger ledger, AuditTrail audit, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes lines of a statement; those that were taken before are passed over, and so are
  /// withdrawals but for those that a payer's negative remittance tells of. Two equal lines of one
  /// statement are two deposits.
  ///
  /// @throws RemittanceRefusal when a line is of a day that has not come; nothing is taken then
  public Imported take(List<StatementLine> lines, @Nullable Long fileId) {
    lines.forEach(this::requireCome);
    var taken = lines.stream().filter(l -> l.amount().isPositive() || isAwaited(l)).toList();
    var occurrences = new HashMap<StatementLine, Integer>();
    int added = 0;
    for (StatementLine line : taken) {
      int occurrence = occurrences.merge(line, 1, Integer::sum);
      added +=
          jdbc.sql(
                  """
                  insert into bank_deposit (deposited_on, amount, trace, description, occurrence, exchanged_file_id,
                    imported_at, imported_by)
                  values (:day, :amount, :trace, :description, :occurrence, :file, :now, :actor)
                  on conflict do nothing
                  """)
              .param("day", line.depositedOn())
              .param("amount", line.amount().toBigDecimal())
              .param("trace", line.trace())
              .param("description", line.description())
              .param("occurrence", occurrence)
              .param("file", fileId)
              .param("now", now())
              .param("actor", Acting.actor().name())
              .update();
    }
    int matched = reassociate();
    audit.record("took bank statement", "bank deposit", added + " lines", null, null);
    return new Imported(added, taken.size() - added, matched);
  }

  private boolean isAwaited(StatementLine withdrawal) {
    return jdbc.sql(
            """
            select exists (
              select
              from remittance
              where status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null and paid = :amount)
            """)
        .param("amount", withdrawal.amount().toBigDecimal())
        .query(Boolean.class)
        .single();
  }

  private void requireCome(StatementLine line) {
    var today = organizations.today();
    if (line.depositedOn().isAfter(today)) {
      throw new RemittanceRefusal(
          "The deposit of %s is dated %s, which has not come: today is %s. Nothing was taken;"
                  .formatted(line.amount().grouped(), line.depositedOn(), today)
              + " correct the line and send the statement again.");
    }
  }

  /// Looks for the remittance of each deposit that has none.
  ///
  /// @return how many were found
  public int reassociate() {
    int found = 0;
    for (Pair pair : byTrace()) found += settle(pair, "TRACE") ? 1 : 0;
    for (Pair pair : byAmount()) found += settle(pair, "AMOUNT_AND_DAY") ? 1 : 0;
    return found;
  }

  /// A person says which remittance a deposit is for. Amounts have to agree: a difference is not
  /// evened out.
  ///
  /// @throws RemittanceRefusal with a sentence
  public void match(UUID depositId, UUID remittanceId) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    var pairs =
        jdbc.sql(
                PAIR
                    + """
                    where d.public_id = :deposit and r.public_id = :remittance
                    """)
            .param("deposit", depositId)
            .param("remittance", remittanceId)
            .query(BankDeposits::pair)
            .list();
    if (pairs.isEmpty()) {
      throw new RemittanceRefusal(
          "The deposit and the remittance differ in amount, or one of them is settled already."
              + " Nothing was changed: open the deposit and choose the remittances that make it"
              + " up.");
    }
    settle(pairs.getFirst(), "MANUAL");
  }

  /// A deposit is no payment of a payer, such as what the card terminal paid out: no remittance
  /// will come for it. No money moves.
  ///
  /// @throws RemittanceRefusal with a sentence
  public void putAside(UUID depositId, String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (why.isBlank()) {
      throw new RemittanceRefusal("Say what the deposit is, such as cards of the day.");
    }
    int put =
        jdbc.sql(
                """
                update bank_deposit
                set put_aside_why = :why, put_aside_at = :now, put_aside_by = :actor
                where public_id = :deposit and match is null and put_aside_at is null
                """)
            .param("why", why.strip())
            .param("now", now())
            .param("actor", Acting.actor().name())
            .param("deposit", depositId)
            .update();
    if (put == 0) {
      throw new RemittanceRefusal(
          "The deposit has its remittance or was put aside already. Look at the list again.");
    }
    audit.record("put aside", "bank deposit", depositId, null, why.strip());
  }

  /// A deposit that was put aside waits for its remittance after all.
  ///
  /// @throws RemittanceRefusal with a sentence
  public void takeUp(UUID depositId) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    int taken =
        jdbc.sql(
                """
                update bank_deposit
                set put_aside_why = null, put_aside_at = null, put_aside_by = null
                where public_id = :deposit and put_aside_at is not null
                """)
            .param("deposit", depositId)
            .update();
    if (taken == 0) {
      throw new RemittanceRefusal("The deposit is not put aside. Look at the list again.");
    }
    audit.record("took up again", "bank deposit", depositId, null, null);
    reassociate();
  }

  private static final String PAIR =
      """
      select d.bank_deposit_id, d.public_id, r.remittance_id, r.payer_id, r.trace, d.amount, d.deposited_on
      from bank_deposit d
      join remittance r on r.paid = d.amount and r.status = 'POSTED' and r.bank_deposit_id is null and r.no_deposit_at is null
        and d.match is null and d.put_aside_at is null
      """;

  // The bank's text often holds the trace among other numbers.
  private List<Pair> byTrace() {
    return jdbc.sql(
            PAIR
                + """
                where length(r.trace) > 3
                  and (ltrim(d.trace, '0') = ltrim(r.trace, '0') or position(r.trace in d.description) > 0)
                order by d.deposited_on, d.bank_deposit_id, abs(d.deposited_on - r.paid_on), r.remittance_id
                """)
        .query(BankDeposits::pair)
        .list();
  }

  private List<Pair> byAmount() {
    return jdbc.sql(
            """
            with pair as (
              %s
              where abs(d.deposited_on - r.paid_on) <= %d
            )
            select *
            from pair
            where (select count(*) from pair p where p.bank_deposit_id = pair.bank_deposit_id) = 1
              and (select count(*) from pair p where p.remittance_id = pair.remittance_id) = 1
            order by deposited_on, bank_deposit_id
            """
                .formatted(PAIR, DAYS_APART))
        .query(BankDeposits::pair)
        .list();
  }

  private boolean settle(Pair pair, String how) {
    boolean isOpen =
        jdbc.sql(
                """
                select bank_deposit_id
                from bank_deposit
                where bank_deposit_id = :deposit and match is null and put_aside_at is null
                for update
                """)
            .param("deposit", pair.depositId())
            .query(Long.class)
            .optional()
            .isPresent();
    if (!isOpen) return false;
    int taken =
        jdbc.sql(
                """
                update remittance
                set bank_deposit_id = :deposit
                where remittance_id = :remittance and bank_deposit_id is null
                """)
            .param("deposit", pair.depositId())
            .param("remittance", pair.remittanceId())
            .update();
    if (taken == 0) return false;
    jdbc.sql(
            """
            update bank_deposit
            set remittance_id = :remittance, match = :how, matched_at = :now, matched_by = :actor
            where bank_deposit_id = :deposit
            """)
        .param("remittance", pair.remittanceId())
        .param("how", how)
        .param("now", now())
        .param("actor", Acting.actor().name())
        .param("deposit", pair.depositId())
        .update();
    ledger.post(
        PostingDraft.of(
                "DEPOSIT",
                "The bank shows the payment",
                "remittance " + pair.trace(),
                "deposit-" + pair.depositPublicId(),
                pair.depositedOn())
            .about(null, null, null, pair.payerId())
            .debit(Account.BANK, pair.amount(), null, pair.trace())
            .credit(Account.DEPOSIT_IN_TRANSIT, pair.amount(), null, pair.trace())
            .build());
    audit.record("reassociated", "bank deposit", pair.depositPublicId(), null, how);
    return true;
  }

  private static Pair pair(ResultSet row, int n) throws SQLException {
    return new Pair(
        row.getLong("bank_deposit_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("remittance_id"),
        row.getObject("payer_id", Long.class),
        row.getString("trace"),
        money(row, "amount"),
        row.getObject("deposited_on", LocalDate.class));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}

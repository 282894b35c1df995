package org.cleanclaim.app.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Closings.Kind;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Closes days and periods and gives the journal out. What is posted for a closed day later counts
/// for the first open one, so that a closed day never changes.
@Component
@Transactional
public class Books {
  /// A line of the journal.
  ///
  /// @param documentOn the day on the document, where its period was closed when it was posted
  public record JournalLine(
      long posting,
      LocalDate effectiveOn,
      @Nullable LocalDate documentOn,
      String kind,
      String account,
      @Nullable Money debit,
      @Nullable Money credit,
      @Nullable String claim,
      @Nullable String payer,
      @Nullable Integer line,
      @Nullable String memo,
      String source,
      Instant postedAt,
      String actor) {}

  private record Sums(long postings, Money debits, Money credits) {}

  private final JdbcClient jdbc;
  private final Closings closings;
  private final LedgerHash hash;
  private final KeptSums keptSums;
  private final AuditTrail audit;
  private final Organizations organizations;
  private final Clock clock;

  Books(
      JdbcClient jdbc,
      Closings closings,
      LedgerHash hash,
      KeptSums keptSums,
      AuditTrail audit,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.closings = closings;
    this.hash = hash;
    this.keptSums = keptSums;
    this.audit = audit;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Closes everything through a day.
  ///
  /// @throws LedgerRefusal with a sentence when it cannot be closed
  public void close(Kind kind, LocalDate through, @Nullable String note) {
    if (through.isAfter(organizations.today())) {
      throw new LedgerRefusal(
          "%s is still to come; only what is over is closed.".formatted(through));
    }
    if (kind == Kind.PERIOD && !through.equals(through.withDayOfMonth(through.lengthOfMonth()))) {
      throw new LedgerRefusal(
          "A period ends with the last day of a month; %s is none.".formatted(through));
    }
    closings.stopPosting();
    boolean isKnown =
        closings.all().stream()
            .filter(c -> c.kind() == kind || c.kind() == Kind.PERIOD)
            .anyMatch(c -> !c.closedThrough().isBefore(through));
    if (isKnown) throw new LedgerRefusal("%s is closed already.".formatted(through));
    keptSums
        .difference(through)
        .ifPresent(sentence -> {
          throw new LedgerRefusal(sentence);
        });
    var sums = sums(through);
    jdbc.sql(
            """
            insert into closing (kind, closed_through, closed_at, closed_by, postings, debits, credits, ledger_hash, note)
            values (:kind, :through, :now, :actor, :postings, :debits, :credits, :hash, :note)
            """)
        .param("kind", kind.name())
        .param("through", through)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("postings", sums.postings())
        .param("debits", sums.debits().toBigDecimal())
        .param("credits", sums.credits().toBigDecimal())
        .param("hash", hash.of(through))
        .param("note", note)
        .update();
    audit.record("closed", "books", kind.title() + " through " + through, null, note);
  }

  /// Whether the closed days still are what they were when they were closed.
  @Transactional(readOnly = true)
  public boolean isUnchanged(Closings.Closing closing) {
    return hash.of(closing.closedThrough()).equals(closing.ledgerHash());
  }

  private Sums sums(LocalDate through) {
    return jdbc.sql(
            """
            select count(distinct posting_id) as postings, coalesce(sum(amount) filter (where amount > 0), 0) as debits,
              coalesce(-sum(amount) filter (where amount < 0), 0) as credits
            from entry
            where effective_on <= :through
            """)
        .param("through", through)
        .query((row, n) ->
            new Sums(
                row.getLong("postings"),
                Money.of(row.getBigDecimal("debits").toPlainString()),
                Money.of(row.getBigDecimal("credits").toPlainString())))
        .single();
  }

  /// The journal of some days, posting by posting.
  ///
  /// @param through the last day
  @Transactional(readOnly = true)
  public List<JournalLine> journal(LocalDate from, LocalDate through) {
    return jdbc.sql(
            """
            select p.posting_id, p.effective_on, p.document_on, p.kind, e.account, e.amount, c.control_number,
              y.name as payer, e.line, e.memo, p.source, p.posted_at, p.actor
            from posting p
            join entry e using (posting_id)
            left join claim c using (claim_id)
            left join payer y on y.payer_id = e.payer_id
            where p.effective_on between :from and :through
            order by p.effective_on, p.posting_id, e.position
            """)
        .param("from", from)
        .param("through", through)
        .query((row, n) -> {
          Money amount = Money.of(row.getBigDecimal("amount").toPlainString());
          return new JournalLine(
              row.getLong("posting_id"),
              row.getObject("effective_on", LocalDate.class),
              row.getObject("document_on", LocalDate.class),
              row.getString("kind"),
              Account.valueOf(row.getString("account")).title(),
              amount.isPositive() ? amount : null,
              amount.isNegative() ? amount.negated() : null,
              row.getString("control_number"),
              row.getString("payer"),
              row.getObject("line", Integer.class),
              row.getString("memo"),
              row.getString("source"),
              row.getTimestamp("posted_at").toInstant(),
              row.getString("actor"));
        })
        .list();
  }
}

package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.statement.CashTrail.Place;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the trail of a household's cash from its entries. In a posting of the kind `APPLIED` each
/// debit says where money was taken, and the credit after it where it went.
@Component
@Transactional(readOnly = true)
class CashTrails {
  private static final String OF_A_RECEIPT = "receipt ";

  /// @param receipt that the posting is about; null for none
  private record Line(
      long postingId, String kind, @Nullable String receipt, Place place, Money amount) {}

  private record Side(Place place, Money amount) {}

  private final JdbcClient jdbc;

  CashTrails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CashTrail of(Household household) {
    var trail = new CashTrail();
    var posting = new ArrayList<Line>();
    for (Line line : lines(household)) {
      if (!posting.isEmpty() && posting.getFirst().postingId() != line.postingId()) {
        follow(posting, trail);
        posting.clear();
      }
      posting.add(line);
    }
    if (!posting.isEmpty()) follow(posting, trail);
    return trail;
  }

  /// How the postings of a payment name its receipt.
  static String source(String receiptNumber) {
    return OF_A_RECEIPT + receiptNumber;
  }

  private static void follow(List<Line> posting, CashTrail trail) {
    var first = posting.getFirst();
    String receipt = first.receipt();
    var from = new ArrayList<Side>();
    var to = new ArrayList<Side>();
    for (Line line : posting) {
      (line.amount().isNegative() ? to : from)
          .add(
              new Side(
                  line.place(),
                  line.amount().isNegative() ? line.amount().negated() : line.amount()));
    }
    boolean isPayment = first.kind().equals("PATIENT_PAYMENT");
    while (!from.isEmpty() && !to.isEmpty()) {
      var taken = from.removeFirst();
      var brought = to.removeFirst();
      Money amount = taken.amount().min(brought.amount());
      trail.moves(taken.place(), brought.place(), receipt, amount);
      putBack(from, taken, amount);
      putBack(to, brought, amount);
    }
    for (Side side : from) trail.leaves(side.place(), receipt, side.amount());
    for (Side side : to) trail.comes(side.place(), isPayment ? receipt : null, side.amount());
  }

  private static void putBack(List<Side> sides, Side side, Money used) {
    Money rest = side.amount().minus(used);
    if (rest.isPositive()) sides.addFirst(new Side(side.place(), rest));
  }

  private List<Line> lines(Household household) {
    return jdbc.sql(
            """
            select p.posting_id, p.kind, e.account, e.amount,
              case when e.account = 'PATIENT_RECEIVABLE' then e.patient_id else coalesce(t.merged_into, t.patient_id) end
                as patient_id,
              case when e.account = 'PATIENT_RECEIVABLE' then e.encounter_id end as encounter_id,
              case
                when p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED') then p.source
                when p.source like 'receipt-%' then 'receipt ' || substr(p.source, 9)
                when p.source like 'reversed-%' then 'receipt ' || substr(p.source, 10) end as receipt
            from entry e
            join posting p using (posting_id)
            join patient t using (patient_id)
            where e.patient_id = any (:patients)
              and (p.kind = 'APPLIED' and e.account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH')
                or p.kind in ('PATIENT_PAYMENT', 'PAYMENT_REVERSED') and e.account = 'UNAPPLIED_CASH'
                or p.kind in ('REFUND', 'REFUND_CANCELLED') and e.account in ('UNAPPLIED_CASH', 'REFUND')
                  and e.claim_id is null)
            order by p.posting_id, e.position
            """)
        .param("patients", household.recordIds())
        .query(CashTrails::line)
        .list();
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    var kind =
        switch (row.getString("account")) {
          case "UNAPPLIED_CASH" -> Place.Kind.CASH;
          case "REFUND" -> Place.Kind.REFUND;
          default -> Place.Kind.APPLIED;
        };
    return new Line(
        row.getLong("posting_id"),
        row.getString("kind"),
        row.getString("receipt"),
        new Place(kind, row.getLong("patient_id"), row.getObject("encounter_id", Long.class)),
        Rows.money(row, "amount"));
  }
}

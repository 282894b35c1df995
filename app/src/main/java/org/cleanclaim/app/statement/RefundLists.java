package org.cleanclaim.app.statement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Refunds as they stand.
@Component
@Transactional(readOnly = true)
public class RefundLists {
  private final JdbcClient jdbc;

  RefundLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of those that wait to be agreed to or paid, the oldest first.
  public ListPage<Refund> open(int page) {
    return ListPage.of(
        jdbc.sql(
            RefundRows.SELECT
                + "where r.status in ('REQUESTED', 'APPROVED') order by r.refund_request_id"
                + ListPage.PART),
        RefundRows::refund,
        page);
  }

  /// A page of all of them; those that need something done come first.
  public ListPage<Refund> list(int page) {
    return ListPage.of(
        jdbc.sql(
            RefundRows.SELECT
                + "order by array_position(array['REQUESTED', 'APPROVED'], r.status) nulls last,"
                + " r.refund_request_id desc"
                + ListPage.PART),
        RefundRows::refund,
        page);
  }

  public List<Refund> of(Household household) {
    return jdbc.sql(
            RefundRows.SELECT
                + "where r.patient_id = any (:patients) order by r.refund_request_id desc")
        .param("patients", household.recordIds())
        .query(RefundRows::refund)
        .list();
  }

  /// Those of a misdirected payment, the latest first.
  public List<Refund> ofPayment(UUID payment) {
    return jdbc.sql(
            RefundRows.SELECT + "where x.public_id = :payment order by r.refund_request_id desc")
        .param("payment", payment)
        .query(RefundRows::refund)
        .list();
  }

  public Optional<Refund> find(UUID id) {
    return jdbc.sql(RefundRows.SELECT + "where r.public_id = :id")
        .param("id", id)
        .query(RefundRows::refund)
        .optional();
  }
}

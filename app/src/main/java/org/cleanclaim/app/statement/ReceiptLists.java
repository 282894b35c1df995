package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The payments of patients as they are kept, with what came back of them.
@Component
@Transactional(readOnly = true)
public class ReceiptLists {
  private final JdbcClient jdbc;

  ReceiptLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Receipt> find(UUID id) {
    return jdbc.sql(SELECT + "where m.public_id = :id")
        .param("id", id)
        .query(ReceiptLists::receipt)
        .optional();
  }

  public Optional<Receipt> numbered(String receiptNumber) {
    return jdbc.sql(SELECT + "where m.receipt_number = :number")
        .param("number", receiptNumber)
        .query(ReceiptLists::receipt)
        .optional();
  }

  /// What a household has paid, the latest first.
  public List<Receipt> of(Household household) {
    return jdbc.sql(
            SELECT
                + "where m.patient_id = any (:patients) order by m.received_on desc,"
                + " m.patient_payment_id desc")
        .param("patients", household.recordIds())
        .query(ReceiptLists::receipt)
        .list();
  }

  /// The list of a day's drawers: what was taken, and what was taken back on the day.
  public List<Receipt> ofDay(LocalDate day) {
    return jdbc.sql(
            SELECT
                + "where m.received_on = :day or r.reversed_on = :day order by m.drawer, m.method,"
                + " m.patient_payment_id")
        .param("day", day)
        .query(ReceiptLists::receipt)
        .list();
  }

  private static final String SELECT =
      """
      select m.public_id, m.patient_id, p.last_name || ', ' || p.first_name as patient, p.account_number,
        m.receipt_number, m.method, m.purpose, m.amount, m.received_on, m.received_by, m.reference, m.drawer,
        r.reversed_on, r.cause, r.note
      from patient_payment m
      join patient p using (patient_id)
      left join payment_reversal r using (patient_payment_id)
      """;

  private static Receipt receipt(ResultSet row, int n) throws SQLException {
    String cause = row.getString("cause");
    return new Receipt(
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getString("patient"),
        row.getString("account_number"),
        row.getString("receipt_number"),
        row.getString("method"),
        Purpose.valueOf(row.getString("purpose")),
        Rows.money(row, "amount"),
        row.getObject("received_on", LocalDate.class),
        row.getString("received_by"),
        row.getString("reference"),
        row.getString("drawer"),
        Rows.day(row, "reversed_on"),
        cause == null ? null : ReversalCause.valueOf(cause),
        row.getString("note"));
  }
}

package org.cleanclaim.app.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers decided on a claim of ours, as a whole and line by line.
@Component
@Transactional(readOnly = true)
public class DecisionReadings {

  /// What a payer decided on a line of a claim.
  ///
  /// @param expectedAllowed what the contract allows, when it is known
  /// @param remarks remark codes of the line (LQ)
  /// @param matched how the line was found, where it is not plain
  public record DecidedLine(
      UUID remittanceId,
      String trace,
      @Nullable Integer line,
      String procedure,
      Money charged,
      Money allowed,
      @Nullable Money expectedAllowed,
      Money paid,
      Money patientShare,
      String outcome,
      List<Adjustment> adjustments,
      List<String> remarks,
      @Nullable String matched) {
    public DecidedLine {
      adjustments = List.copyOf(adjustments);
      remarks = List.copyOf(remarks);
    }
  }

  /// What a payer says of a claim as a whole.
  ///
  /// @param status the payer's code of what it did (CLP02)
  /// @param adjustments what it took off the claim and no line
  /// @param remarks remark codes of the claim (MIA, MOA)
  /// @param sentOnTo the payer to which it has sent the claim on by itself; null for none
  /// @param matched how the claim was found, in a sentence
  public record DecidedClaim(
      UUID remittanceId,
      String trace,
      LocalDate paidOn,
      String status,
      Money paid,
      List<Adjustment> adjustments,
      List<String> remarks,
      @Nullable String sentOnTo,
      @Nullable String matched) {
    public DecidedClaim {
      adjustments = List.copyOf(adjustments);
      remarks = List.copyOf(remarks);
    }
  }

  private final JdbcClient jdbc;
  private final JsonColumns json;

  DecisionReadings(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The decisions on the lines of a claim, in the order in which they came.
  public List<DecidedLine> lines(long claimId) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, l.line, l.procedure, l.charged, l.allowed, l.expected_allowed, l.paid,
              l.patient_share, l.outcome, l.adjustments, l.remarks, l.match_reason
            from line_adjudication l
            join claim_payment p using (claim_payment_id)
            join remittance r using (remittance_id)
            where l.claim_id = :id
            order by l.claim_payment_id, l.position
            """)
        .param("id", claimId)
        .query((row, n) -> line(row))
        .list();
  }

  /// The decisions on a claim as a whole, in the order in which they came.
  public List<DecidedClaim> of(long claimId) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, r.paid_on, p.status_code, p.paid, p.adjustments, p.remarks, p.crossover,
              p.match_reason
            from claim_payment p
            join remittance r using (remittance_id)
            where p.claim_id = :id
            order by p.claim_payment_id
            """)
        .param("id", claimId)
        .query((row, n) -> claim(row))
        .list();
  }

  private DecidedLine line(ResultSet row) throws SQLException {
    return new DecidedLine(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getObject("line", Integer.class),
        row.getString("procedure"),
        money(row, "charged"),
        money(row, "allowed"),
        row.getBigDecimal("expected_allowed") == null ? null : money(row, "expected_allowed"),
        money(row, "paid"),
        money(row, "patient_share"),
        row.getString("outcome"),
        adjustments(row),
        remarks(row),
        row.getString("match_reason"));
  }

  private DecidedClaim claim(ResultSet row) throws SQLException {
    return new DecidedClaim(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getObject("paid_on", LocalDate.class),
        row.getString("status_code"),
        money(row, "paid"),
        adjustments(row),
        remarks(row),
        row.getString("crossover"),
        row.getString("match_reason"));
  }

  private List<Adjustment> adjustments(ResultSet row) throws SQLException {
    return json.readList(row.getString("adjustments"), Adjustment.class);
  }

  private static List<String> remarks(ResultSet row) throws SQLException {
    return Arrays.asList((String[]) row.getArray("remarks").getArray());
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}

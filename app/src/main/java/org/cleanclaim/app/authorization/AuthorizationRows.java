package org.cleanclaim.app.authorization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.cleanclaim.app.patient.PatientId;

/// How rows become authorizations.
final class AuthorizationRows {
  static final String SELECT =
      """
      select a.payer_authorization_id, a.public_id, a.patient_id, p.last_name || ', ' || p.first_name as patient,
        p.public_id as patient_public_id, a.payer_id, y.name as payer, a.kind, a.status, a.number, a.source, a.services,
        a.units_approved, a.valid_from, a.valid_through, a.contact, a.note, a.version,
        (select coalesce(sum(u.units), 0) from authorization_use u
          where u.payer_authorization_id = a.payer_authorization_id and u.reversed_at is null) as units_used
      from payer_authorization a
        join patient p using (patient_id)
        join payer y on y.payer_id = a.payer_id
      """;

  private AuthorizationRows() {}

  static Authorization row(ResultSet row, int n) throws SQLException {
    return new Authorization(
        row.getLong("payer_authorization_id"),
        row.getObject("public_id", UUID.class),
        new PatientId(row.getLong("patient_id")),
        row.getString("patient"),
        row.getObject("patient_public_id", UUID.class),
        row.getLong("payer_id"),
        row.getString("payer"),
        new AuthorizationEntry(
            AuthorizationKind.valueOf(row.getString("kind")),
            AuthorizationStatus.valueOf(row.getString("status")),
            row.getString("number"),
            AuthorizationSource.valueOf(row.getString("source")),
            Arrays.stream((String[]) row.getArray("services").getArray())
                .map(word -> ServiceRange.of(word).orElseThrow())
                .toList(),
            row.getBigDecimal("units_approved"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_through", LocalDate.class),
            row.getString("contact"),
            row.getString("note")),
        row.getBigDecimal("units_used"),
        row.getInt("version"));
  }
}

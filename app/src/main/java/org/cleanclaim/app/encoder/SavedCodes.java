package org.cleanclaim.app.encoder;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cleanclaim.kernel.code.CodeSystem;

/// Reads kept codes from rows.
final class SavedCodes {
  private SavedCodes() {}

  static SavedCode read(ResultSet row, int number) throws SQLException {
    return new SavedCode(
        CodeSystem.valueOf(row.getString("code_system")),
        row.getString("code"),
        row.getString("title"),
        row.getTimestamp("at").toInstant());
  }
}

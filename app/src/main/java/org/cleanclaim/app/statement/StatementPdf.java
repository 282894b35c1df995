package org.cleanclaim.app.statement;

import java.util.Map;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.storage.PdfPaper;

/// Draws a statement on paper.
final class StatementPdf {
  private StatementPdf() {}

  static byte[] render(
      Statement statement, Household household, Organization practice, BillingPolicy policy) {
    return PdfPaper.of(
        "statement/paper.jte",
        Map.of(
            "statement",
            statement,
            "household",
            household,
            "practice",
            practice,
            "notice",
            Notice.of(statement.step(), policy)));
  }
}

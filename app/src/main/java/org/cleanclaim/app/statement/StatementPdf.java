package org.cleanclaim.app.statement;

import java.util.Map;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.storage.PdfPaper;

/// Draws a statement on paper.
final class StatementPdf {
  private StatementPdf() {}

  static byte[] render(Statement statement, Patient patient, Organization practice) {
    return PdfPaper.of(
        "statement/paper.jte",
        Map.of("statement", statement, "patient", patient, "practice", practice));
  }
}

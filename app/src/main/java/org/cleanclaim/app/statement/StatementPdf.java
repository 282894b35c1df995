package org.cleanclaim.app.statement;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.patient.Patient;

/// Draws a statement on paper.
final class StatementPdf {
  private StatementPdf() {}

  static byte[] render(Statement statement, Patient patient, Organization practice) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "statement/paper.jte",
            Map.of("statement", statement, "patient", patient, "practice", practice),
            page);
    XRLog.setLoggingEnabled(false); // it writes to the terminal, past the application's own log
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder().withHtmlContent(page.toString(), null).toStream(bytes).run();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The statement " + statement.number() + " cannot be drawn.", e);
    }
  }
}

package org.cleanclaim.app.storage;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Draws a template on paper.
public final class PdfPaper {
  private PdfPaper() {}

  /// The template's page as a PDF document.
  public static byte[] of(String template, Map<String, Object> values) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, values, page);
    XRLog.setLoggingEnabled(false); // it writes to the terminal, past the application's own log
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder().withHtmlContent(page.toString(), null).toStream(bytes).run();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The paper " + template + " cannot be drawn.", e);
    }
  }
}

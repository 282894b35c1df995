package org.cleanclaim.app.estimate;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate;
import org.cleanclaim.pricing.estimate.PatientEstimate;

/// Draws estimates on paper.
public final class EstimatePaper {
  private EstimatePaper() {}

  /// An insured patient's share as a PDF.
  public static byte[] pdf(PatientEstimate estimate, String plan, LocalDate madeOn) {
    return drawn(
        "estimate/patient.jte", Map.of("estimate", estimate, "plan", plan, "madeOn", madeOn));
  }

  /// A good-faith estimate with all that 45 CFR 149.610(c)(1) asks for, as a PDF.
  public static byte[] pdf(GoodFaithEstimate estimate) {
    return drawn("estimate/good-faith.jte", Map.of("estimate", estimate));
  }

  private static byte[] drawn(String template, Map<String, Object> values) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, values, page);
    XRLog.setLoggingEnabled(false); // it writes to the terminal, past the application's own log
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder().withHtmlContent(page.toString(), null).toStream(bytes).run();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The estimate cannot be drawn.", e);
    }
  }
}

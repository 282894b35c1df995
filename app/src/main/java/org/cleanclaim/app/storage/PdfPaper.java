package org.cleanclaim.app.storage;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Draws a template on paper.
public final class PdfPaper {
  private PdfPaper() {}

  /// Fonts of the standard that a machine lacks are replaced; neither program has to tell of it.
  /// One of them writes to the terminal, past the application's own log.
  private static void quiet() {
    XRLog.setLoggingEnabled(false);
    LoggingSystem.get(PdfPaper.class.getClassLoader())
        .setLogLevel("org.apache.pdfbox", LogLevel.ERROR);
  }

  /// The template's page as a PDF document.
  public static byte[] of(String template, Map<String, Object> values) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, values, page);
    quiet();
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder().withHtmlContent(page.toString(), null).toStream(bytes).run();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The paper " + template + " cannot be drawn.", e);
    }
  }

  /// The template's page as a PDF document whose bytes depend on nothing but the values: no time of
  /// the day it is drawn on, no number by chance.
  ///
  /// @param writtenAt the time that the document names as its own
  /// @param number identifies the document
  public static byte[] repeatable(
      String template, Map<String, Object> values, Instant writtenAt, long number) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, values, page);
    XRLog.setLoggingEnabled(false);
    var bytes = new ByteArrayOutputStream();
    var written = GregorianCalendar.from(writtenAt.atZone(ZoneOffset.UTC));
    try (var document = new PDDocument();
        var renderer =
            new PdfRendererBuilder()
                .withHtmlContent(page.toString(), null)
                .usePDDocument(document)
                .buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      document.getDocumentInformation().setCreationDate(written);
      document.getDocumentInformation().setModificationDate(written);
      document.setDocumentId(number);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The paper " + template + " cannot be drawn.", e);
    }
  }
}

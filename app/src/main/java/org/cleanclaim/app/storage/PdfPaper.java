package org.cleanclaim.app.storage;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Draws a template on paper.
public final class PdfPaper {
  private static final int MINUS = 0x2212;

  private PdfPaper() {}

  /// Fonts of the standard that a machine lacks are replaced; neither program has to tell of it.
  /// One of them writes to the terminal, past the application's own log.
  private static void quiet() {
    XRLog.setLoggingEnabled(false);
    LoggingSystem.get(PdfPaper.class.getClassLoader())
        .setLogLevel("org.apache.pdfbox", LogLevel.ERROR);
  }

  /// The page in the characters of the standard fonts (Windows code page 1252), which are all that
  /// every reader has: a minus sign becomes a dash, a letter loses an accent that the fonts lack.
  private static String drawable(String page) {
    var fonts = Charset.forName("windows-1252").newEncoder();
    if (fonts.canEncode(page)) return page;
    var drawn = new StringBuilder(page.length());
    page.codePoints()
        .forEach(character -> {
          String text = Character.toString(character);
          if (character == MINUS) text = "\u2013";
          if (!fonts.canEncode(text)) {
            text = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
          }
          drawn.append(fonts.canEncode(text) ? text : "?");
        });
    return drawn.toString();
  }

  /// The template's page as a PDF document.
  public static byte[] of(String template, Map<String, Object> values) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render(template, values, page);
    quiet();
    var bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withHtmlContent(drawable(page.toString()), null)
          .toStream(bytes)
          .run();
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
                .withHtmlContent(drawable(page.toString()), null)
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

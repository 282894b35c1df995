package org.cleanclaim.app.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.cleanclaim.app.paper.StockClaim.Printed;

/// Writes onto pre-printed stock: Courier of 12 points, which is ten characters per inch, moved by
/// the offset of the printer. Nothing of the form itself is drawn.
final class StockPdf {
  private static final int POINTS_PER_INCH = 72;
  private static final int SIZE = 12;
  private static final int SMALL = 6;

  private final PaperForm form;
  private final PaperOffset offset;
  private final PDType1Font font = new PDType1Font(FontName.COURIER);

  StockPdf(PaperForm form, PaperOffset offset) {
    this.form = form;
    this.offset = offset;
  }

  byte[] claim(StockClaim claim) {
    try (var document = new PDDocument()) {
      for (var page : claim.pages()) {
        try (var out = page(document)) {
          for (Printed one : page.printed()) text(out, one.line(), one.column(), one.text());
        }
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException("The claim cannot be drawn.", e);
    }
  }

  /// A page to lay on the stock: rulers in millimetres at the edges, which do not move, and every
  /// field of the form filled with X, which do.
  byte[] test() {
    try (var document = new PDDocument()) {
      try (var out = page(document)) {
        rulers(out);
        for (FormField field : form.layout().all()) {
          for (int i = 0; i < field.times(); i++) {
            text(out, field.line(i), field.column(i), "X".repeat(field.width()));
          }
        }
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException("The test page cannot be drawn.", e);
    }
  }

  private static float points(BigDecimal millimetres) {
    return millimetres.floatValue() * POINTS_PER_INCH / 25.4f;
  }

  private static float points(int millimetres) {
    return millimetres * POINTS_PER_INCH / 25.4f;
  }

  private static PDPageContentStream page(PDDocument document) throws IOException {
    var page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private void text(PDPageContentStream out, int line, BigDecimal column, String text)
      throws IOException {
    var layout = form.layout();
    float x = (layout.leftInches().floatValue() + (column.floatValue() - 1) / 10) * POINTS_PER_INCH;
    float y = (line / 6f + layout.dropInches().floatValue()) * POINTS_PER_INCH;
    write(out, SIZE, x + points(offset.right()), y + points(offset.down()), text);
  }

  /// @param x from the left edge
  /// @param y from the top edge
  private void write(PDPageContentStream out, int size, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(x, PDRectangle.LETTER.getHeight() - y);
    out.showText(text);
    out.endText();
  }

  private void rulers(PDPageContentStream out) throws IOException {
    out.setLineWidth(0.4f);
    float width = PDRectangle.LETTER.getWidth();
    float height = PDRectangle.LETTER.getHeight();
    for (int mm = 5; points(mm) < width; mm += 5) {
      float x = points(mm);
      float length = points(mm % 10 == 0 ? 4 : 2);
      line(out, x, height, x, height - length);
      line(out, x, 0, x, length);
      if (mm % 20 == 0) write(out, SMALL, x + 1, points(4), Integer.toString(mm));
    }
    for (int mm = 5; points(mm) < height; mm += 5) {
      float y = points(mm);
      float length = points(mm % 10 == 0 ? 4 : 2);
      line(out, 0, height - y, length, height - y);
      line(out, width, height - y, width - length, height - y);
      if (mm % 20 == 0) write(out, SMALL, points(4), y - 1, Integer.toString(mm));
    }
    write(
        out,
        SMALL,
        points(20),
        form.layout().labelLine() * POINTS_PER_INCH / 6f,
        "%s, moved %s mm right, %s mm down; rulers in mm"
            .formatted(
                form.title(), offset.right().toPlainString(), offset.down().toPlainString()));
  }

  private static void line(PDPageContentStream out, float x1, float y1, float x2, float y2)
      throws IOException {
    out.moveTo(x1, y1);
    out.lineTo(x2, y2);
    out.stroke();
  }
}

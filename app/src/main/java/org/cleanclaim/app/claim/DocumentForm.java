package org.cleanclaim.app.claim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The forms of files that documents of claims come in, known by how they begin: a payer that
/// cannot open a document has not got it.
enum DocumentForm {
  PDF("PDF", List.of("application/pdf"), content -> begins(content, "%PDF-")),
  JPEG("JPEG", List.of("image/jpeg"), content -> begins(content, "\u00ff\u00d8\u00ff")),
  PNG("PNG", List.of("image/png"), content -> begins(content, "\u0089PNG\r\n\u001a\n")),
  TIFF(
      "TIFF",
      List.of("image/tiff"),
      content -> begins(content, "II*\0") || begins(content, "MM\0*")),
  TEXT("plain text", List.of("text/plain"), DocumentForm::isText),
  XML("XML", List.of("text/xml", "application/xml"), DocumentForm::isXml);

  private static final String LAYOUT = "\t\n\f\r";

  private final String title;
  private final List<String> mediaTypes;
  private final Predicate<byte[]> fits;

  DocumentForm(String title, List<String> mediaTypes, Predicate<byte[]> fits) {
    this.title = title;
    this.mediaTypes = mediaTypes;
    this.fits = fits;
  }

  static Optional<DocumentForm> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(f -> f.mediaTypes.contains(mediaType)).findFirst();
  }

  String title() {
    return title;
  }

  /// Whether a file is what it is said to be, as far as its beginning or its letters show.
  boolean fits(byte[] content) {
    return fits.test(content);
  }

  private static boolean begins(byte[] content, String first) {
    byte[] wanted = first.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= wanted.length
        && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
  }

  // Whatever its letters are encoded in, text has no control characters but those of its layout.
  private static boolean isText(byte[] content) {
    for (byte one : content) {
      boolean isControl = one >= 0 && one < ' ';
      if (isControl && LAYOUT.indexOf(one) < 0) return false;
    }
    return true;
  }

  private static boolean isXml(byte[] content) {
    String text =
        new String(content, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
    return text.stripLeading().startsWith("<");
  }
}

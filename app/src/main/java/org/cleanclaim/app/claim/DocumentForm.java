package org.cleanclaim.app.claim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The forms of files that documents of claims come in, known by how they begin: a payer that
/// cannot open a document has not got it.
enum DocumentForm {
  PDF("PDF"),
  JPEG("JPEG"),
  PNG("PNG"),
  TIFF("TIFF"),
  TEXT("plain text"),
  XML("XML");

  private static final String LAYOUT = "\t\n\f\r";

  private final String title;

  DocumentForm(String title) {
    this.title = title;
  }

  static Optional<DocumentForm> ofMediaType(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> Optional.of(PDF);
      case "image/jpeg" -> Optional.of(JPEG);
      case "image/png" -> Optional.of(PNG);
      case "image/tiff" -> Optional.of(TIFF);
      case "text/plain" -> Optional.of(TEXT);
      case "text/xml", "application/xml" -> Optional.of(XML);
      default -> Optional.empty();
    };
  }

  String title() {
    return title;
  }

  /// Whether a file is what it is said to be, as far as its beginning or its letters show.
  boolean fits(byte[] content) {
    return switch (this) {
      case PDF -> begins(content, "%PDF-");
      case JPEG -> begins(content, "\u00ff\u00d8\u00ff");
      case PNG -> begins(content, "\u0089PNG\r\n\u001a\n");
      case TIFF -> begins(content, "II*\0") || begins(content, "MM\0*");
      case TEXT -> isText(content);
      case XML -> isXml(content);
    };
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

package org.cleanclaim.codesets.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.codesets.SourceFile;

/// Small files in the publisher's layout.
final class OrderFiles {
  private OrderFiles() {}

  /// An order file of these codes; a code after `#` is a heading.
  static SourceFile of(String name, String... codes) {
    var text = new StringBuilder();
    for (int i = 0; i < codes.length; i++) {
      boolean isHeading = codes[i].startsWith("#");
      String code = isHeading ? codes[i].substring(1) : codes[i];
      text.append(
          "%05d %-7s %d %-60s %s\r%n"
              .formatted(i + 1, code, isHeading ? 0 : 1, "Short of " + code, "Title of " + code));
    }
    return file(name, text.toString());
  }

  static SourceFile file(String name, String text) {
    return new SourceFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    };
  }
}

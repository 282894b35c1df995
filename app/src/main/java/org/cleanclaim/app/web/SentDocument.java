package org.cleanclaim.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A document as a form sends it: a file, or else words that were typed or pasted.
public record SentDocument(
    @Nullable String name, @Nullable String text, @Nullable MultipartFile file) {

  public String called() {
    return name == null ? "" : name;
  }

  /// What was typed, in the line ends of a text; a form has line ends of its own.
  public String words() {
    return text == null ? "" : text.replace("\r\n", "\n");
  }

  public byte[] content() throws IOException {
    return file == null || file.isEmpty()
        ? words().getBytes(StandardCharsets.UTF_8)
        : file.getBytes();
  }
}

package org.cleanclaim.app.web.codingaudit;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table as a file to download.
final class CsvAnswer {
  private CsvAnswer() {}

  static ResponseEntity<String> of(String fileName, String csv) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=" + fileName)
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(csv);
  }
}

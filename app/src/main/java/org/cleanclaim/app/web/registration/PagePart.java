package org.cleanclaim.app.web.registration;

import org.cleanclaim.app.storage.OutwardJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What a page asks for while somebody types. It is a part of the page and no file.
public final class PagePart {
  private PagePart() {}

  /// An answer in JSON.
  public static ResponseEntity<String> of(Object content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(OutwardJson.mapper().writeValueAsString(content));
  }
}

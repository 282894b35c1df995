package org.cleanclaim.app.chart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document that came after its chart was opened.
///
/// @param newCodes codes that the engine suggests from it and had not suggested before
/// @param seenBy who has looked at it, null while nobody has
public record LateDocument(
    long documentId, String name, Instant cameAt, List<String> newCodes, @Nullable String seenBy) {
  public LateDocument {
    newCodes = List.copyOf(newCodes);
  }
}

package org.cleanclaim.app.codingquery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an answer was not typed by the provider: by which way it came, and who wrote it down.
///
/// @param signedBy the user who signed it for the provider, null while nobody has
public record SpokenAnswer(
    Way way,
    String recordedBy,
    Instant recordedAt,
    @Nullable String signedBy,
    @Nullable Instant signedAt) {

  /// How an answer reached the coder.
  public enum Way {
    TELEPHONE("by telephone"),
    IN_PERSON("in person"),
    MESSAGE("by message"),
    PAPER("on paper");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public boolean isSigned() {
    return signedAt != null;
  }
}

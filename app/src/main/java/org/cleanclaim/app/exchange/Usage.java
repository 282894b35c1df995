package org.cleanclaim.app.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether an interchange is a test or the real thing (ISA15).
public enum Usage {
  TEST("Test"),
  LIVE("Live");

  /// Where ISA15 stands: the ISA has elements of fixed length.
  static final int PLACE = 102;

  private final String title;

  Usage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// What a file says of itself; empty for what is no X12.
  ///
  /// @param file its beginning, or all of it
  public static Optional<Usage> of(byte[] file) {
    if (file.length <= PLACE) return Optional.empty();
    if (!new String(file, 0, 3, StandardCharsets.US_ASCII).equals("ISA")) return Optional.empty();
    return switch (file[PLACE]) {
      case 'T' -> Optional.of(TEST);
      case 'P' -> Optional.of(LIVE);
      default -> Optional.empty();
    };
  }
}

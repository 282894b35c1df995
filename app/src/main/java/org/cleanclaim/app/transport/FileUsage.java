package org.cleanclaim.app.transport;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cleanclaim.app.exchange.Usage;

/// Whether a written file is a test (ISA15). The ISA has elements of fixed length.
final class FileUsage {
  private static final int PLACE = 102;

  private FileUsage() {}

  /// Empty for what is no X12.
  static Optional<Usage> of(byte[] file) {
    if (file.length <= PLACE) return Optional.empty();
    if (!new String(file, 0, 3, StandardCharsets.US_ASCII).equals("ISA")) return Optional.empty();
    return switch (file[PLACE]) {
      case 'T' -> Optional.of(Usage.TEST);
      case 'P' -> Optional.of(Usage.LIVE);
      default -> Optional.empty();
    };
  }
}

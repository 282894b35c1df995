package org.cleanclaim.bench;

import java.util.Locale;

/// What a contestant saw of a file.
///
/// @param what of the file it counted: every reader has to come to the generator's number
/// @param errors what it found wrong; the generated files have no errors
public record Result(What what, long count, long errors) {
  /// What can be counted.
  public enum What {
    /// All segments, envelopes included.
    SEGMENTS,
    /// Claims of an 837, claim payments of an 835.
    CLAIMS
  }

  static Result segments(long count, long errors) {
    return new Result(What.SEGMENTS, count, errors);
  }

  static Result claims(long count, long errors) {
    return new Result(What.CLAIMS, count, errors);
  }

  /// What the reader should have seen.
  static Result expected(What what, GeneratedFile file) {
    return switch (what) {
      case SEGMENTS -> segments(file.segments(), 0);
      case CLAIMS -> claims(file.claims(), 0);
    };
  }

  /// For tables: `12 segments`.
  String counted() {
    return count + " " + what.name().toLowerCase(Locale.ROOT);
  }
}

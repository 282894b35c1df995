package org.cleanclaim.x12.tool;

/// What splitting a file came to.
public sealed interface SplitResult {

  /// @param parts files written
  /// @param items transactions or claims in them
  record Parted(int parts, long items) implements SplitResult {}

  /// Nothing more was written after the part named; the reason is a sentence with its remedy.
  record Refused(String reason) implements SplitResult {}
}

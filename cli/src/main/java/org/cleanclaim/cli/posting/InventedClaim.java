package org.cleanclaim.cli.posting;

import java.util.ArrayList;
import java.util.List;

/// A claim of four lines with what the payer decides on it; the number alone makes it.
///
/// @param isDenied the payer refuses it whole
record InventedClaim(int number, List<Line> lines, boolean isDenied) {
  static final int LINES = 4;
  private static final String[] CODES = {
    "G0438", "G0439", "J1100", "G0008", "Q3014", "J3420", "G0444", "G0442"
  };

  InventedClaim {
    lines = List.copyOf(lines);
  }

  /// Amounts in cents; charge = paid + contractual + share.
  record Line(int number, String procedure, long charge, long contractual, long share) {
    long paid() {
      return charge - contractual - share;
    }
  }

  static InventedClaim of(int number) {
    boolean isDenied = number % 17 == 0;
    var lines = new ArrayList<Line>(LINES);
    for (int line = 1; line <= LINES; line++) {
      long mixed = mix(number * 31L + line);
      long charge = 4_000 + Math.floorMod(mixed, 40_000L);
      long contractual = isDenied ? charge : charge * (20 + Math.floorMod(mixed >>> 20, 30L)) / 100;
      boolean hasShare = !isDenied && Math.floorMod(mixed >>> 40, 2L) == 0;
      long share = hasShare ? (charge - contractual) / 5 : 0;
      String code = CODES[Math.floorMod(number + line, CODES.length)];
      lines.add(new Line(line, code, charge, contractual, share));
    }
    return new InventedClaim(number, lines, isDenied);
  }

  String controlNumber() {
    return "BP%07d".formatted(number);
  }

  String payerNumber() {
    return "20260%010d".formatted(number);
  }

  long charge() {
    return lines.stream().mapToLong(Line::charge).sum();
  }

  long paid() {
    return lines.stream().mapToLong(Line::paid).sum();
  }

  long share() {
    return lines.stream().mapToLong(Line::share).sum();
  }

  // SplitMix64, so that the same number makes the same claim everywhere.
  private static long mix(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

package org.cleanclaim.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// One contestant on one file.
///
/// @param bestNanos the fastest round
/// @param medianNanos the middle round
/// @param peakHeap most bytes of the heap in use during the measured rounds, garbage included
/// @param peakResident most bytes of the process in memory, 0 where the system does not say
record Measurement(
    long bytes, Result result, long bestNanos, long medianNanos, long peakHeap, long peakResident) {
  private static final String MARK = "measured";

  /// As one line for the parent process.
  String line() {
    return String.join(
        " ",
        MARK,
        Long.toString(bytes),
        result.what().name(),
        Long.toString(result.count()),
        Long.toString(result.errors()),
        Long.toString(bestNanos),
        Long.toString(medianNanos),
        Long.toString(peakHeap),
        Long.toString(peakResident));
  }

  static Optional<Measurement> parse(String line) {
    String[] words = line.split(" ");
    if (words.length != 9 || !words[0].equals(MARK)) return Optional.empty();
    return Optional.of(
        new Measurement(
            Long.parseLong(words[1]),
            new Result(
                Result.What.valueOf(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4])),
            Long.parseLong(words[5]),
            Long.parseLong(words[6]),
            Long.parseLong(words[7]),
            Long.parseLong(words[8])));
  }

  /// Megabytes (10^6 bytes) a second, one decimal below 100.
  String best() {
    return speed(bestNanos);
  }

  String median() {
    return speed(medianNanos);
  }

  String seconds() {
    return BigDecimal.valueOf(medianNanos, 9).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private String speed(long nanos) {
    long tenths = bytes * 10_000 / Math.max(1, nanos);
    return tenths >= 1000 ? Long.toString((tenths + 5) / 10) : tenths / 10 + "." + tenths % 10;
  }
}

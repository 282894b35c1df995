package org.cleanclaim.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Measured figures, one a line.
public final class Figures {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Figures() {}

  /// Prints a figure.
  public static void row(String label, long value) {
    OUT.printf("%-88s %,d%n", label, value);
  }

  /// What the heap holds after a collection, in bytes.
  public static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

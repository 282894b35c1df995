package org.cleanclaim.bench;

import java.io.PrintStream;

/// Prints the measurements, for people or as rows of docs/reference/benchmarks.md.
final class ResultTable {
  private static final String TEXT = "%-5s %-48s %8s %10s %12s %10s %17s %8s %12s%n";
  private static final String MARKDOWN = "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n";
  private static final int MEGABYTE = 1_000_000;

  private final PrintStream out;
  private final boolean isMarkdown;

  ResultTable(PrintStream out, boolean isMarkdown) {
    this.out = out;
    this.isMarkdown = isMarkdown;
  }

  void head() {
    print(
        "file",
        "reader",
        "size MB",
        "best MB/s",
        "median MB/s",
        "median s",
        "counted",
        "heap MB",
        "resident MB");
    if (isMarkdown) print("---", "---", "---", "---", "---", "---", "---", "---", "---");
  }

  void row(FileKind kind, String label, Measurement measured) {
    print(
        kind.label(),
        label,
        Long.toString(measured.bytes() / MEGABYTE),
        measured.best(),
        measured.median(),
        measured.seconds(),
        measured.result().counted(),
        Long.toString(measured.peakHeap() / MEGABYTE),
        Long.toString(measured.peakResident() / MEGABYTE));
  }

  /// Something that is not a measurement.
  void remark(FileKind kind, String text) {
    out.println(kind.label() + ": " + text);
  }

  private void print(Object... cells) {
    out.printf(isMarkdown ? MARKDOWN : TEXT, cells);
  }
}

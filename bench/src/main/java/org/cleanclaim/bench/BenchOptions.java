package org.cleanclaim.bench;

import java.nio.file.Path;
import java.util.Optional;

/// What the command line asks for.
///
/// @param megabytes of the files that are read as a stream
/// @param rounds measured rounds, after the warm-up
/// @param only a part of a contestant's name; empty for all
/// @param directory where the generated files go; they stay there when it is given
record BenchOptions(
    Mode mode,
    long megabytes,
    int rounds,
    String only,
    Optional<Path> directory,
    boolean isMarkdown) {
  static final String USAGE =
      """
      usage: X12Bench [--megabytes 100] [--rounds 5] [--only NAME] [--directory DIR] [--markdown]
             X12Bench --memory [--megabytes 1000]   full check of a large file with a heap of 128 MB
             X12Bench --cores [--rounds 9]          full check of one file on one core and on two, in the same rounds
      """;

  /// What is measured.
  enum Mode {
    SPEED,
    MEMORY,
    CORES
  }

  /// Empty when the arguments make no sense.
  static Optional<BenchOptions> parse(String... args) {
    Mode mode = Mode.SPEED;
    long megabytes = 0;
    int rounds = 5;
    String only = "";
    Path directory = null;
    boolean isMarkdown = false;
    try {
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--memory" -> mode = Mode.MEMORY;
          case "--cores" -> mode = Mode.CORES;
          case "--markdown" -> isMarkdown = true;
          case "--megabytes" -> megabytes = Long.parseLong(args[++i]);
          case "--rounds" -> rounds = Integer.parseInt(args[++i]);
          case "--only" -> only = args[++i];
          case "--directory" -> directory = Path.of(args[++i]);
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
    if (megabytes == 0) megabytes = mode == Mode.MEMORY ? 1000 : 100;
    if (megabytes < 1 || megabytes > 100_000 || rounds < 1) return Optional.empty();
    return Optional.of(
        new BenchOptions(
            mode, megabytes, rounds, only, Optional.ofNullable(directory), isMarkdown));
  }

  long bytes() {
    return megabytes * 1_000_000;
  }
}

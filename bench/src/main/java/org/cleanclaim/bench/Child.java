package org.cleanclaim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A Java process of its own for each measurement: no reader runs on what another one has warmed up
/// or left in memory.
///
/// @param heap of `-Xmx`, for example `2g`
/// @param cores the process is held on the first ones, where the system has `taskset`
record Child(String heap, int cores) {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final int MOST_LINES = 100;

  /// Empty when the process failed; what it said went to standard error.
  Optional<Measurement> measure(FileKind kind, String contestant, Path file, int rounds)
      throws IOException, InterruptedException {
    return run(kind, contestant, file, rounds, Measurement::parse);
  }

  /// One core and two in the same rounds, alike.
  Optional<CoreRounds> compare(FileKind kind, String contestant, Path file, int rounds)
      throws IOException, InterruptedException {
    return run(kind, contestant, file, rounds, CoreRounds::parse);
  }

  private <T> Optional<T> run(
      FileKind kind, String contestant, Path file, int rounds, Function<String, Optional<T>> reader)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(kind, contestant, file, rounds))
            .redirectErrorStream(true)
            .start();
    Optional<T> measured = Optional.empty();
    var said = new ArrayList<String>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Optional<T> parsed = reader.apply(line);
        if (parsed.isPresent()) measured = parsed;
        if (said.size() < MOST_LINES) said.add(line);
      }
    }
    if (process.waitFor() == 0 && measured.isPresent()) return measured;
    said.forEach(System.err::println);
    return Optional.empty();
  }

  private List<String> command(FileKind kind, String contestant, Path file, int rounds) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(TASKSET)) {
      command.addAll(List.of(TASKSET.toString(), "-c", "0-" + (cores - 1)));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ActiveProcessorCount=" + cores,
            "-XX:+UseSerialGC",
            "-Xmx" + heap,
            "-Xlog:disable",
            "-cp",
            System.getProperty("java.class.path"),
            X12Bench.class.getName(),
            X12Bench.CHILD,
            kind.name(),
            contestant,
            file.toString(),
            Integer.toString(rounds),
            Integer.toString(cores)));
    return command;
  }
}

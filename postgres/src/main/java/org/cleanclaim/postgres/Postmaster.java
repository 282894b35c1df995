package org.cleanclaim.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known about the server process of a data folder, from `postmaster.pid` and `/proc`.
///
/// @param pid the process named by the file
/// @param isAlive it runs, is no zombie, and works in this data folder
/// @param isReady it says that it takes connections
record Postmaster(long pid, int port, boolean isAlive, boolean isReady) {

  /// The process named by the data folder's `postmaster.pid`; empty when there is no such file.
  static Optional<Postmaster> of(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) return Optional.empty();
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
      return Optional.of(new Postmaster(-1, -1, false, false));
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    int port =
        lines.size() > 3 && lines.get(3).strip().matches("\\d+")
            ? Integer.parseInt(lines.get(3).strip())
            : -1;
    boolean isReady = port > 0 && lines.size() > 7 && lines.get(7).strip().equals("ready");
    return Optional.of(new Postmaster(pid, port, isServer(pid, data), isReady));
  }

  /// Whether a process is a living server of this data folder: not gone, not a zombie waiting to be
  /// reaped, and not another program that was given the same number later.
  private static boolean isServer(long pid, Path data) {
    if (!Files.isDirectory(Path.of("/proc", "self"))) {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
    if (isZombie(pid)) return false;
    return worksIn(Path.of("/proc", Long.toString(pid)), data);
  }

  static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
      return afterName.startsWith("Z") || afterName.startsWith("X");
    } catch (IOException e) {
      return true; // gone
    }
  }

  private static boolean worksIn(Path process, Path data) {
    try {
      return Files.isSameFile(process.resolve("cwd"), data);
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether any process still works in the data folder: a backend that outlived its postmaster.
  static boolean hasSurvivors(Path data) throws IOException {
    Path proc = Path.of("/proc");
    if (!Files.isDirectory(proc.resolve("self"))) return false;
    try (Stream<Path> processes = Files.list(proc)) {
      return processes
          .filter(p -> p.getFileName().toString().matches("\\d+"))
          .filter(p -> !isZombie(Long.parseLong(p.getFileName().toString())))
          .anyMatch(p -> worksIn(p, data));
    }
  }
}

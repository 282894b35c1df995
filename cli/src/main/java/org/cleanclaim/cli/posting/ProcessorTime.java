package org.cleanclaim.cli.posting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a program and the database of its home have taken of the processors so far, from `/proc`:
/// it shows what a measurement on a shared machine is worth. Nothing on other systems.
public record ProcessorTime(Duration program, Duration database) {
  static final ProcessorTime NONE = new ProcessorTime(Duration.ZERO, Duration.ZERO);
  private static final int MILLISECONDS_PER_TICK = 10; // 100 ticks a second on every Linux
  private static final int USER = 11; // after the name of the program

  /// What a process and the database of a home have taken so far.
  public static ProcessorTime of(long program, Path home) {
    return new ProcessorTime(ofProcess(program), ofDatabase(home));
  }

  /// What was taken since an earlier sample.
  public ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(program.minus(earlier.program), database.minus(earlier.database));
  }

  /// The later of two samples, part by part: a process that has ended says nothing any more.
  ProcessorTime orLater(ProcessorTime other) {
    return new ProcessorTime(
        program.compareTo(other.program) > 0 ? program : other.program,
        database.compareTo(other.database) > 0 ? database : other.database);
  }

  private static Duration ofDatabase(Path home) {
    Path lock = home.resolve("postgres/data/postmaster.pid");
    try {
      if (!Files.exists(lock)) return Duration.ZERO;
      long postmaster = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
      var sum = ofProcess(postmaster);
      var children =
          ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children).toList();
      for (var child : children) sum = sum.plus(ofProcess(child.pid()));
      return sum;
    } catch (IOException | RuntimeException e) {
      return Duration.ZERO; // it is being started or stopped
    }
  }

  /// Its own time and that of its children which have ended.
  private static Duration ofProcess(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = USER; i < USER + 4; i++) ticks += Long.parseLong(fields[i]);
      return Duration.ofMillis(ticks * MILLISECONDS_PER_TICK);
    } catch (IOException e) {
      return Duration.ZERO; // ended meanwhile, or another system
    }
  }
}

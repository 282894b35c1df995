package org.cleanclaim.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Runs a contestant again and again in this process: first to warm up, then to measure.
final class Rounds {
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final int WARM_UP_ROUNDS = 2;
  private static final Path STATUS = Path.of("/proc/self/status");

  private Rounds() {}

  /// @param rounds measured ones; with a single round nothing is warmed up
  static Measurement measure(Contestant contestant, Path file, int rounds) throws Exception {
    if (rounds > 1) warmUp(contestant, file);
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long[] nanos = new long[rounds];
    Result result = Result.segments(0, 0);
    for (int i = 0; i < rounds; i++) {
      long from = System.nanoTime();
      result = contestant.run(file);
      nanos[i] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    return new Measurement(
        Files.size(file),
        result,
        nanos[0],
        nanos[rounds / 2],
        heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum(),
        peakResident());
  }

  static void warmUp(Contestant contestant, Path file) throws Exception {
    long from = System.nanoTime();
    int done = 0;
    while (done < WARM_UP_ROUNDS || System.nanoTime() - from < WARM_UP_NANOS) {
      contestant.run(file);
      done++;
    }
  }

  /// VmHWM of this process, as Linux keeps it.
  private static long peakResident() throws IOException {
    if (!Files.isReadable(STATUS)) return 0;
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }
    return 0;
  }
}

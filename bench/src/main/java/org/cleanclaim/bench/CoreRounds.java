package org.cleanclaim.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a second core brings to the full check of one file, in rounds: one core, both cores, two
/// whole checks at the same time, and one core again. A shared machine changes its speed from
/// second to second; what stands side by side in a round was measured in the same seconds, so that
/// the comparison is made in each round, and the middle of these is the figure.
///
/// @param one nanoseconds on one core, the mean of the first and the last of the round
/// @param two nanoseconds on both cores
/// @param limit nanoseconds for each of two checks that ran at the same time and have nothing to do
///   with each other: the most that the machine gave
record CoreRounds(long bytes, List<Long> one, List<Long> two, List<Long> limit) {
  private static final String MARK = "rounds";

  static CoreRounds measure(Path file, int rounds) throws Exception {
    var one = new ArrayList<Long>();
    var two = new ArrayList<Long>();
    var limit = new ArrayList<Long>();
    Contestant alone = OwnContestants.checkOn(1);
    Contestant both = OwnContestants.checkOn(2);
    Rounds.warmUp(alone, file);
    Rounds.warmUp(both, file);
    Result seen = both.run(file);
    if (!seen.equals(alone.run(file))) throw new IllegalStateException("two cores count " + seen);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < rounds; i++) {
        long before = nanos(alone, file);
        two.add(nanos(both, file));
        limit.add(atOnce(alone, file, other) / 2);
        one.add((before + nanos(alone, file)) / 2);
      }
    }
    return new CoreRounds(Files.size(file), one, two, limit);
  }

  private static long nanos(Contestant contestant, Path file) throws Exception {
    long from = System.nanoTime();
    contestant.run(file);
    return System.nanoTime() - from;
  }

  private static long atOnce(Contestant contestant, Path file, ExecutorService other)
      throws Exception {
    long from = System.nanoTime();
    Future<Result> second = other.submit(() -> contestant.run(file));
    contestant.run(file);
    second.get();
    return System.nanoTime() - from;
  }

  /// As one line for the parent process.
  String line() {
    return String.join(" ", MARK, Long.toString(bytes), words(one), words(two), words(limit));
  }

  static Optional<CoreRounds> parse(String line) {
    String[] words = line.split(" ");
    if (words.length != 5 || !words[0].equals(MARK)) return Optional.empty();
    return Optional.of(
        new CoreRounds(
            Long.parseLong(words[1]), numbers(words[2]), numbers(words[3]), numbers(words[4])));
  }

  /// In words, for people.
  String text() {
    return "one core %s MB/s, both cores %s MB/s, two checks at once %s MB/s (middle of %d rounds)%n"
            .formatted(speed(one), speed(two), speed(limit), one.size())
        + "      both cores are %s times as fast, from %s to %s; two checks at once %s times"
            .formatted(times(two, 50), times(two, 0), times(two, 100), times(limit, 50));
  }

  private static String words(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Long> numbers(String words) {
    return Arrays.stream(words.split(",")).map(Long::valueOf).toList();
  }

  private String speed(List<Long> nanos) {
    long middle = nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    return decimal(bytes * 1000, middle, 1);
  }

  private String times(List<Long> faster, int percentile) {
    return IntStream.range(0, one.size())
        .mapToObj(i -> decimal(one.get(i), faster.get(i), 2))
        .sorted(Comparator.comparing(BigDecimal::new))
        .skip((one.size() - 1L) * percentile / 100)
        .findFirst()
        .orElseThrow();
  }

  private static String decimal(long dividend, long divisor, int places) {
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), places, RoundingMode.HALF_UP)
        .toPlainString();
  }
}

package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Measures a search with phrases whose codes are known: how often the code stands first, among the
/// first five, or at least its category does, and how long a search takes.
public final class PhraseMeasure {
  private static final int SHOWN = 5;
  private static final int CATEGORY_LENGTH = 3;

  private final Predicate<String> billable;

  /// @param billable whether a code is valid for submission; below one that is not, every code
  ///   counts as found
  public PhraseMeasure(Predicate<String> billable) {
    this.billable = billable;
  }

  /// What is measured: codes without dot for a text, best first.
  @FunctionalInterface
  public interface Search {
    List<String> codes(String text, int limit) throws IOException;
  }

  /// A phrase with its code, without dot.
  ///
  /// @param kind what sort of phrase it is
  public record Pair(String kind, String phrase, String code) {}

  /// Figures of one kind of phrase. Shares are between 0 and 1.
  ///
  /// @param count phrases searched
  /// @param exactTop1 share with the code in the first place
  /// @param exactTop5 share with the code among the first five
  /// @param categoryTop5 share with a code of the same category among the first five
  /// @param medianMicroseconds time of a search, 50th percentile
  /// @param slowMicroseconds time of a search, 99th percentile
  public record Figures(
      int count,
      double exactTop1,
      double exactTop5,
      double categoryTop5,
      long medianMicroseconds,
      long slowMicroseconds) {}

  /// Reads `pairs.tsv` of a folder. Columns are found by their heading: `phrase`, `code`, and where
  /// present `kind` and `same_as_title`. Without `kind`, phrases are `synonym` or `same as title`.
  public static List<Pair> read(Path folder) throws IOException {
    var lines = Files.readAllLines(folder.resolve("pairs.tsv"));
    if (lines.isEmpty()) {
      return List.of();
    }
    var heading = Arrays.asList(lines.getFirst().strip().split("\t"));
    var phrase = heading.indexOf("phrase");
    var code = heading.indexOf("code");
    if (phrase < 0 || code < 0) {
      throw new IOException("pairs.tsv needs the columns phrase and code");
    }
    var kind = heading.indexOf("kind");
    var same = heading.indexOf("same_as_title");
    var pairs = new ArrayList<Pair>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t", -1);
      if (cells.length >= heading.size()) {
        var plainCode = cells[code].strip().replace(".", "");
        pairs.add(new Pair(kind(cells, kind, same), cells[phrase], plainCode));
      }
    }
    return pairs;
  }

  private static String kind(String[] cells, int kind, int same) {
    if (kind >= 0) {
      return cells[kind].strip();
    }
    return same >= 0 && cells[same].strip().equals("1") ? "same as title" : "synonym";
  }

  /// Figures by kind, in alphabetical order, and of all phrases under `all`.
  public Map<String, Figures> measure(List<Pair> pairs, Search search) throws IOException {
    var tallies = new TreeMap<String, Tally>();
    var all = new Tally();
    for (var pair : pairs) {
      var start = System.nanoTime();
      var codes = search.codes(pair.phrase(), SHOWN);
      var nanoseconds = System.nanoTime() - start;
      all.add(pair, codes, nanoseconds);
      tallies.computeIfAbsent(pair.kind(), kind -> new Tally()).add(pair, codes, nanoseconds);
    }
    var figures = new TreeMap<String, Figures>();
    tallies.forEach((kind, tally) -> figures.put(kind, tally.figures()));
    figures.put("all", all.figures());
    return figures;
  }

  /// Whether the code found answers the code wanted.
  public boolean answers(String found, String wanted) {
    return found.equals(wanted) || (!billable.test(wanted) && found.startsWith(wanted));
  }

  private final class Tally {
    private final List<Long> nanoseconds = new ArrayList<>();
    private int first;
    private int shown;
    private int category;

    void add(Pair pair, List<String> codes, long time) {
      nanoseconds.add(time);
      first += !codes.isEmpty() && answers(codes.getFirst(), pair.code()) ? 1 : 0;
      shown += codes.stream().anyMatch(code -> answers(code, pair.code())) ? 1 : 0;
      var wanted = category(pair.code());
      category += codes.stream().anyMatch(code -> category(code).equals(wanted)) ? 1 : 0;
    }

    Figures figures() {
      var count = nanoseconds.size();
      return new Figures(
          count,
          share(first, count),
          share(shown, count),
          share(category, count),
          percentile(0.50),
          percentile(0.99));
    }

    private long percentile(double share) {
      var sorted = nanoseconds.stream().sorted().toList();
      return sorted.get((int) (share * (sorted.size() - 1))) / 1000;
    }
  }

  private static double share(int part, int count) {
    return Math.round(10_000.0 * part / count) / 10_000.0;
  }

  private static String category(String code) {
    return code.substring(0, Math.min(CATEGORY_LENGTH, code.length()));
  }
}

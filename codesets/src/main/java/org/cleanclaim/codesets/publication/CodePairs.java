package org.cleanclaim.codesets.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Pairs of procedures of which the second is not paid beside the first, with the days for which
/// each holds. Millions of rows: each is one number, all in ascending order.
///
/// Of a row the bits from the highest: 1 unused, 16 place of the first code, 16 of the second, 12
/// of the first day, 12 of the last day, 5 of the reason, 2 of the indicator.
public final class CodePairs implements PartedContent {
  /// The day number of a row that holds since ever, or on and on.
  public static final int OPEN = Integer.MIN_VALUE;

  private static final int MOST_CODES = 1 << 16;
  private static final int MOST_DAYS = 1 << 12;
  private static final int MOST_REASONS = 1 << 5;

  private final List<String> codes;
  private final int[] days;
  private final List<String> reasons;
  private final long[] rows;

  /// @param codes ascending
  /// @param days epoch days, [#OPEN] first
  /// @param rows ascending, see above
  public CodePairs(List<String> codes, int[] days, List<String> reasons, long[] rows) {
    this.codes = List.copyOf(codes);
    this.days = days.clone();
    this.reasons = List.copyOf(reasons);
    this.rows = rows;
  }

  /// One row with its codes by their places.
  ///
  /// @param from the first day, null since ever
  /// @param until the last day, null on and on
  /// @param indicator 0 no modifier sets the pair aside, 1 one may, 9 the row never applies
  /// @param reason why the publisher pairs them
  public record Pair(
      String first,
      String second,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      int indicator,
      String reason) {}

  /// All codes of the pairs, ascending; a code's place is its index.
  public List<String> codes() {
    return codes;
  }

  /// The days that rows name by their places.
  public int[] days() {
    return days.clone();
  }

  public List<String> reasons() {
    return reasons;
  }

  @Override
  public int size() {
    return rows.length;
  }

  /// The row of a place, as a number.
  public long row(int index) {
    return rows[index];
  }

  public static int first(long row) {
    return (int) (row >>> 47) & 0xFFFF;
  }

  public static int second(long row) {
    return (int) (row >>> 31) & 0xFFFF;
  }

  /// First and second code together: rows ascend by it.
  public static int pair(int first, int second) {
    return first << 16 | second;
  }

  /// The first day of a row, or [#OPEN].
  public int from(long row) {
    return days[(int) (row >>> 19) & 0xFFF];
  }

  /// The last day of a row, or [#OPEN].
  public int until(long row) {
    return days[(int) (row >>> 7) & 0xFFF];
  }

  public static int indicator(long row) {
    int bits = (int) row & 3;
    return bits == 2 ? 9 : bits;
  }

  /// A row in words.
  public Pair pair(long row) {
    return new Pair(
        codes.get(first(row)),
        codes.get(second(row)),
        day(from(row)),
        day(until(row)),
        indicator(row),
        reasons.get((int) (row >>> 2) & 0x1F));
  }

  private static @Nullable LocalDate day(int number) {
    return number == OPEN ? null : LocalDate.ofEpochDay(number);
  }

  @Override
  public CodePairs with(PartedContent further) {
    var other = (CodePairs) further;
    var both = new Builder();
    both.addAll(this);
    both.addAll(other);
    return both.build();
  }

  /// Collects rows in any order; the same row twice counts once.
  public static final class Builder {
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<Integer, Integer> days = new HashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private long[] rows = new long[1 << 10];
    private int size;

    public Builder() {
      days.put(OPEN, 0);
    }

    /// @param from epoch day or [#OPEN]
    /// @param until epoch day or [#OPEN]
    /// @throws IllegalStateException when there are more codes, days or reasons than rows can name
    public void add(
        String first, String second, int from, int until, int indicator, String reason) {
      put(
          place(codes, first, MOST_CODES, "codes"),
          place(codes, second, MOST_CODES, "codes"),
          place(days, from, MOST_DAYS, "days"),
          place(days, until, MOST_DAYS, "days"),
          place(reasons, reason, MOST_REASONS, "reasons"),
          indicator == 9 ? 2 : indicator);
    }

    private void put(int first, int second, int from, int until, int reason, int indicator) {
      if (size == rows.length) rows = Arrays.copyOf(rows, size * 2);
      rows[size++] = packed(first, second, from, until, reason, indicator);
    }

    private static long packed(
        int first, int second, int from, int until, int reason, int indicator) {
      return ((long) first << 47)
          | ((long) second << 31)
          | ((long) from << 19)
          | ((long) until << 7)
          | ((long) reason << 2)
          | indicator;
    }

    private static <K> int place(Map<K, Integer> places, K key, int most, String what) {
      Integer known = places.get(key);
      if (known != null) return known;
      if (places.size() == most) {
        throw new IllegalStateException("more than %,d different %s".formatted(most, what));
      }
      places.put(key, places.size());
      return places.size() - 1;
    }

    void addAll(CodePairs pairs) {
      int[] codePlaces = new int[pairs.codes.size()];
      for (int i = 0; i < codePlaces.length; i++) {
        codePlaces[i] = place(codes, pairs.codes.get(i), MOST_CODES, "codes");
      }
      int[] dayPlaces = new int[pairs.days.length];
      for (int i = 0; i < dayPlaces.length; i++) {
        dayPlaces[i] = place(days, pairs.days[i], MOST_DAYS, "days");
      }
      int[] reasonPlaces = new int[pairs.reasons.size()];
      for (int i = 0; i < reasonPlaces.length; i++) {
        reasonPlaces[i] = place(reasons, pairs.reasons.get(i), MOST_REASONS, "reasons");
      }
      for (long row : pairs.rows) {
        put(
            codePlaces[first(row)],
            codePlaces[second(row)],
            dayPlaces[(int) (row >>> 19) & 0xFFF],
            dayPlaces[(int) (row >>> 7) & 0xFFF],
            reasonPlaces[(int) (row >>> 2) & 0x1F],
            (int) row & 3);
      }
    }

    /// Sorts everything, so that the same rows in another order give the same table.
    public CodePairs build() {
      var sortedCodes = new TreeMap<>(codes);
      var sortedDays = new TreeMap<>(days);
      var sortedReasons = new TreeMap<>(reasons);
      int[] codePlaces = places(sortedCodes);
      int[] dayPlaces = places(sortedDays);
      int[] reasonPlaces = places(sortedReasons);
      long[] sorted = new long[size];
      for (int i = 0; i < size; i++) {
        long row = rows[i];
        sorted[i] =
            packed(
                codePlaces[first(row)],
                codePlaces[second(row)],
                dayPlaces[(int) (row >>> 19) & 0xFFF],
                dayPlaces[(int) (row >>> 7) & 0xFFF],
                reasonPlaces[(int) (row >>> 2) & 0x1F],
                (int) row & 3);
      }
      Arrays.sort(sorted);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
      }
      return new CodePairs(
          new ArrayList<>(sortedCodes.keySet()),
          sortedDays.keySet().stream().mapToInt(Integer::intValue).toArray(),
          new ArrayList<>(sortedReasons.keySet()),
          Arrays.copyOf(sorted, kept));
    }

    /// Where each provisional place goes.
    private static <K> int[] places(SortedMap<K, Integer> sorted) {
      int[] places = new int[sorted.size()];
      int next = 0;
      for (int old : sorted.values()) places[old] = next++;
      return places;
    }
  }
}

package org.cleanclaim.coding.pregnancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.jspecify.annotations.Nullable;

/// Which codes of chapter 15 conditions from other chapters take: before them, or in their place
/// (Official Guidelines I.C.15.a.1).
final class ObstetricConditions {
  private static final String PREGNANCY = "pregnancy";
  private static final String CHILDBIRTH = "childbirth";
  private static final String PUERPERIUM = "puerperium";
  private static final List<String> PERIODS = List.of(PREGNANCY, CHILDBIRTH, PUERPERIUM);
  private static final List<Row> ROWS = read();

  private final Edition codes;

  ObstetricConditions(Edition codes) {
    this.codes = codes;
  }

  /// @param conditions how their codes begin
  /// @param others those among them that are not meant
  /// @param isSaid whether the code of chapter 15 says the condition too
  /// @param time when it is for such conditions
  /// @param apart how the codes of the chapter begin beside which neither it nor the condition is
  ///   coded
  record Row(
      String code,
      List<String> conditions,
      List<String> others,
      boolean isSaid,
      Time time,
      List<String> apart) {
    boolean isFor(String condition) {
      return conditions.stream().anyMatch(condition::startsWith)
          && others.stream().noneMatch(condition::startsWith);
    }
  }

  /// When a code of chapter 15 is for a condition.
  enum Time {
    ALWAYS,
    /// Not after the delivery.
    BEFORE,
    /// From the delivery on.
    AFTER,
    /// Before 20 weeks are completed.
    EARLY,
    /// When 20 weeks are completed, and not after the delivery.
    LATE;

    private static final int LATE_FROM_WEEK = 20;

    private static Time of(String written) {
      return written.isEmpty() ? ALWAYS : valueOf(written.toUpperCase(Locale.ROOT));
    }

    /// Whether the delivery ends it.
    boolean isOver() {
      return this != ALWAYS && this != AFTER;
    }

    /// Whether a pregnancy that goes on is in it, as far as the note tells.
    boolean takes(Gestation gestation) {
      return switch (this) {
        case ALWAYS, BEFORE -> true;
        case AFTER -> false;
        case EARLY -> gestation.isBefore(LATE_FROM_WEEK);
        case LATE -> gestation.isFrom(LATE_FROM_WEEK);
      };
    }
  }

  private static List<Row> read() {
    var rows = new ArrayList<Row>();
    var in =
        Objects.requireNonNull(ObstetricConditions.class.getResourceAsStream("conditions.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) continue;
        List<String> cells = List.of(line.split("\\|", -1));
        rows.add(
            new Row(
                cells.get(0),
                beginnings(cells.get(1)),
                beginnings(cells.get(2)),
                cells.get(3).equals("said"),
                Time.of(cells.get(4)),
                cells.size() > 5 ? beginnings(cells.get(5)) : List.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rows);
  }

  private static List<String> beginnings(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }

  static List<Row> rows(String condition) {
    return ROWS.stream().filter(row -> row.isFor(condition)).toList();
  }

  /// The billable code below one of chapter 15 for a pregnancy of a trimester.
  ///
  /// @param trimester null for an unspecified one
  Optional<CodeEntry> inPregnancy(String code, @Nullable Trimester trimester) {
    String wanted = trimester == null ? "unspecified trimester" : trimester.inWords();
    List<CodeEntry> all = of(code, PREGNANCY);
    Optional<CodeEntry> told = all.stream().filter(e -> e.title().endsWith(wanted)).findFirst();
    return told.or(() -> all.stream().filter(e -> !e.title().contains("trimester")).findFirst());
  }

  /// The one for a delivery; empty where the classification has none.
  Optional<CodeEntry> inChildbirth(String code) {
    return of(code, CHILDBIRTH).stream().findFirst();
  }

  /// The one for the weeks after a delivery.
  Optional<CodeEntry> inPuerperium(String code) {
    return of(code, PUERPERIUM).stream().findFirst();
  }

  /// The billable codes at or below a code whose title names this period and no other, or none.
  private List<CodeEntry> of(String code, String period) {
    return codes.find(code).stream()
        .flatMap(entry -> billable(entry).stream())
        .filter(e -> PERIODS.stream().allMatch(p -> !e.title().contains(p) || p.equals(period)))
        .toList();
  }

  private List<CodeEntry> billable(CodeEntry entry) {
    if (entry.billable()) return List.of(entry);
    return codes.children(entry.code()).stream().flatMap(e -> billable(e).stream()).toList();
  }
}

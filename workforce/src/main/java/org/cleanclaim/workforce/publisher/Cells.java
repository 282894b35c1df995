package org.cleanclaim.workforce.publisher;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Withheld;

/// The cells of one row by the names of their columns, with the publishers' ways of writing
/// numbers: thousands separators, dollar signs, footnote marks.
record Cells(int row, List<String> heading, List<String> cells) {
  private static final Pattern NUMBER =
      Pattern.compile("\\$? ?(\\d{1,3}(,\\d{3})+|\\d{1,12})(\\.\\d{1,18})?");
  private static final BigDecimal NOISE = new BigDecimal("0.00001");

  /// Refuses a row that is longer or shorter than the heading.
  Cells fitting() {
    if (cells.size() != heading.size()) {
      throw new CellRefused(
          row,
          "",
          "The row has %d cells, the heading %d.".formatted(cells.size(), heading.size()),
          CellRefused.SHIFTED);
    }
    return this;
  }

  boolean has(String column) {
    return heading.contains(column);
  }

  /// The cell; empty where the table has no such column.
  String text(String column) {
    int index = heading.indexOf(column);
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  /// A cell that must not be empty.
  String required(String column) {
    String text = text(column);
    if (text.isEmpty()) throw refused(column, "The cell is empty.");
    return text;
  }

  /// The publisher's mark for a figure that is not given; empty for a number.
  Optional<Withheld.Reason> mark(String column) {
    return switch (text(column)) {
      case "*", "**" -> Optional.of(Withheld.Reason.NOT_RELEASED);
      case "#" -> Optional.of(Withheld.Reason.ABOVE_TOP);
      default -> Optional.empty();
    };
  }

  BigDecimal number(String column) {
    String text = text(column);
    if (!NUMBER.matcher(text).matches()) {
      throw refused(column, "\"%s\" is no number.".formatted(text));
    }
    return new BigDecimal(text.replaceAll("[$, ]", ""));
  }

  /// Dollars and cents. A workbook keeps 22.43 as 22.429999999999999; that is the same amount,
  /// while 22.434 is none.
  Money money(String column) {
    BigDecimal number = number(column);
    BigDecimal cents = number.setScale(2, RoundingMode.HALF_UP);
    if (number.subtract(cents).abs().compareTo(NOISE) > 0) {
      throw refused(column, "\"%s\" has parts of a cent.".formatted(text(column)));
    }
    return Money.of(cents.toPlainString());
  }

  /// A number of people, which is whole.
  BigDecimal people(String column) {
    BigDecimal number = number(column).stripTrailingZeros();
    if (number.scale() > 0) {
      throw refused(column, "\"%s\" is no number of people.".formatted(text(column)));
    }
    return number.setScale(0);
  }

  int year(String column) {
    String text = text(column);
    if (!text.matches("(19|20)\\d{2}")) {
      throw refused(column, "\"%s\" is no year.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  CellRefused refused(String column, String reason) {
    return new CellRefused(row, column.toUpperCase(Locale.ROOT), reason, CellRefused.SHIFTED);
  }
}

package org.cleanclaim.app.paper;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.paper.FormField.Side;
import org.cleanclaim.app.paper.StockClaim.Cut;
import org.cleanclaim.app.paper.StockClaim.Printed;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Writes the values of one page into their fields. A text that is too long is written as far as it
/// fits and a number not at all, and both are told.
final class FormPen {
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMddyy");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMddyyyy");
  private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("MM dd yy");

  private final FormLayout layout;
  private final int page;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  FormPen(FormLayout layout, int page) {
    this.layout = layout;
    this.page = page;
  }

  List<Printed> printed() {
    return printed;
  }

  List<Cut> cuts() {
    return cuts;
  }

  /// Writes into a field that stands once.
  void put(String name, @Nullable Object value) {
    put(name, 0, value);
  }

  /// Writes into one of several.
  ///
  /// @param index 0-based
  void put(String name, int index, @Nullable Object value) {
    if (value == null) return;
    var field = layout.field(name);
    String text = plain(value.toString());
    if (text.isEmpty()) return;
    if (index >= field.times()) {
      leave(
          name,
          "%s: the form has room for %d, so %s is not on it."
              .formatted(field.words(), field.times(), text));
      return;
    }
    if (text.length() > field.width()) {
      boolean isNumber = field.side() == Side.RIGHT;
      leave(
          name,
          "%s: %d characters fit, \"%s\" has %d%s."
              .formatted(
                  field.words(),
                  field.width(),
                  text,
                  text.length(),
                  isNumber ? " and is not printed" : ", the rest is not printed"));
      if (isNumber) return;
      text = text.substring(0, field.width());
    }
    if (field.side() == Side.RIGHT) text = " ".repeat(field.width() - text.length()) + text;
    printed.add(
        new Printed(
            field.box(),
            field.words(),
            field.element(),
            field.line(index),
            field.column(index),
            text));
  }

  /// Writes lines below each other, without empty ones between.
  void stack(String name, List<String> lines) {
    int at = 0;
    for (String line : lines) {
      if (!line.isBlank()) put(name, at++, line);
    }
  }

  /// A cross in a box.
  void cross(String name) {
    put(name, "X");
  }

  /// Crosses one of two boxes.
  void either(String yes, String no, boolean isSo) {
    cross(isSo ? yes : no);
  }

  /// Dollars and cents apart, without a point.
  void money(String dollars, String cents, int index, Money amount) {
    if (amount.isNegative()) {
      leave(dollars, "%s: a paper form has no negative amounts.".formatted(words(dollars)));
      return;
    }
    int before = cuts.size();
    put(dollars, index, Long.toString(amount.cents() / 100));
    if (cuts.size() == before) put(cents, index, "%02d".formatted(amount.cents() % 100));
  }

  /// Month, day and year in three fields beside each other, the year with four digits.
  void threeParts(String name, @Nullable LocalDate day) {
    if (day == null) return;
    var field = layout.field(name);
    put(name, 0, "%02d".formatted(day.getMonthValue()));
    put(name, 1, "%02d".formatted(day.getDayOfMonth()));
    printed.add(
        new Printed(
            field.box(),
            field.words(),
            field.element(),
            field.line(),
            field.column(2),
            "%04d".formatted(day.getYear())));
  }

  /// Tells of something that the form has no place for.
  void leave(String name, String sentence) {
    cuts.add(new Cut(page, layout.field(name).box(), sentence));
  }

  private String words(String name) {
    return layout.field(name).words();
  }

  static String mmddyy(@Nullable LocalDate day) {
    return day == null ? "" : SHORT.format(day);
  }

  static String mmddyyyy(@Nullable LocalDate day) {
    return day == null ? "" : LONG.format(day);
  }

  static String spaced(@Nullable LocalDate day) {
    return day == null ? "" : SPACED.format(day);
  }

  /// Capital letters without accents, as readers of forms want them.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\x20-\\x7E]", " ")
        .toUpperCase(Locale.ROOT)
        .stripTrailing();
  }
}

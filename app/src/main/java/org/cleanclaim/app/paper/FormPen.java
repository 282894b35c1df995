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
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Writes the values of one page into their fields, for all prints of a claim. On stock a text that
/// is too long is written as far as it fits and a number not at all, and both are told; what is
/// said in plain words is whole.
final class FormPen {
  /// A value of a field as it is said in plain words.
  ///
  /// @param row which one of several, 0-based; [#ONCE] for a field that stands once
  record Said(FormField field, int row, String text) {}

  static final int ONCE = -1;

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMddyy");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMddyyyy");
  private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern("MM dd yyyy");
  private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("MM dd yy");

  private final FormLayout layout;
  private final int page;
  private final List<Printed> printed = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();

  FormPen(FormLayout layout, int page) {
    this.layout = layout;
    this.page = page;
  }

  List<Printed> printed() {
    return printed;
  }

  List<Said> said() {
    return said;
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
    say(field, index, text);
    print(field, index, text);
  }

  private void say(FormField field, int index, String text) {
    said.add(new Said(field, field.times() == 1 ? ONCE : index, text));
  }

  private void print(FormField field, int index, String value) {
    String text = value;
    String name = field.name();
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
    var field = layout.field(name);
    say(field, 0, field.choice());
    print(field, 0, "X");
  }

  /// Crosses one of two boxes.
  void either(String yes, String no, boolean isSo) {
    cross(isSo ? yes : no);
  }

  /// A cross in one of two boxes, or in none.
  void sex(Sex sex, String male, String female) {
    if (sex == Sex.MALE) cross(male);
    if (sex == Sex.FEMALE) cross(female);
  }

  /// Street, city, state and ZIP code in fields of their own.
  void address(@Nullable Address address, String street, String city, String state, String zip) {
    if (address == null) return;
    put(street, FormWords.street(address));
    put(city, FormWords.bare(address.city()));
    put(state, address.state());
    put(zip, FormWords.zip(address));
  }

  /// Dollars and cents apart, without a point.
  void money(String dollars, String cents, int index, Money amount) {
    if (amount.isNegative()) {
      leave(dollars, "%s: a paper form has no negative amounts.".formatted(words(dollars)));
      return;
    }
    say(layout.field(dollars), index, amount.toString());
    int before = cuts.size();
    print(layout.field(dollars), index, Long.toString(amount.cents() / 100));
    if (cuts.size() == before) {
      print(layout.field(cents), index, "%02d".formatted(amount.cents() % 100));
    }
  }

  /// Month, day and year in three fields beside each other, the year with four digits.
  void threeParts(String name, @Nullable LocalDate day) {
    if (day == null) return;
    var field = layout.field(name);
    said.add(new Said(field, ONCE, WORDED.format(day)));
    print(field, 0, "%02d".formatted(day.getMonthValue()));
    print(field, 1, "%02d".formatted(day.getDayOfMonth()));
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

package org.cleanclaim.app.paper;

import java.math.BigDecimal;

/// A field of a paper form: where it is printed and what it says in the 837.
///
/// @param name its name within the form's layout
/// @param box its number on the form
/// @param line of the first one, a sixth of an inch each, from the top edge of the paper
/// @param column where the first one begins, a tenth of an inch each, from the left margin
/// @param width characters that fit
/// @param times how often the field stands on the form
/// @param across how many of them stand beside each other
/// @param right columns from one to the next beside it
/// @param down lines from one to the next below it
/// @param element where the 837 says it, empty for what only paper has
/// @param words what it is, in plain words; after a colon what a cross in it means
public record FormField(
    String name,
    String box,
    int line,
    BigDecimal column,
    int width,
    Side side,
    int times,
    int across,
    int right,
    int down,
    String element,
    String words) {

  /// Against which side of the field its text stands.
  public enum Side {
    LEFT,
    RIGHT
  }

  /// What it is, without what a cross in it means.
  String title() {
    int colon = words.indexOf(": ");
    return colon < 0 ? words : words.substring(0, colon);
  }

  /// What a cross in it means.
  String choice() {
    return words.substring(words.indexOf(": ") + 2);
  }

  /// The line of one of them.
  ///
  /// @param index 0-based
  int line(int index) {
    return line + index / across * down;
  }

  /// The first column of one of them.
  BigDecimal column(int index) {
    return column.add(BigDecimal.valueOf((long) (index % across) * right));
  }
}

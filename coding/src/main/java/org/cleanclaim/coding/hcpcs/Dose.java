package org.cleanclaim.coding.hcpcs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of a drug, as titles and notes write it.
///
/// @param amount in the smallest unit of its measure: micrograms, milliliters, units,
///   milliequivalents
/// @param written as it stands in the text
/// @param start of its characters
/// @param end exclusive
record Dose(BigDecimal amount, Measure measure, String written, int start, int end) {

  /// What is measured.
  enum Measure {
    MASS("weight"),
    VOLUME("volume"),
    UNITS("units of effect"),
    EQUIVALENTS("milliequivalents");

    private final String inWords;

    Measure(String inWords) {
      this.inWords = inWords;
    }

    String inWords() {
      return inWords;
    }
  }

  /// An amount with a unit; of a concentration (`5 mg/mL`) or a dose by weight (`mg/kg`) none.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\d.,/])(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)\\s*-?\\s*(million"
              + " units|mg|milligrams?|mcg|µg|ug|micrograms?|grams?|gms?|g|ml|milliliters?|cc|liters?|l|usp"
              + " units?|units?|i\\.?u\\.?|meq)(?![a-z0-9])(?!\\s*/\\s*(?:[a-z]|\\d))");

  /// The amounts of a text in lower case, in order.
  static List<Dose> in(String lower) {
    var doses = new ArrayList<Dose>();
    Matcher found = WRITTEN.matcher(lower);
    while (found.find()) {
      var number = new BigDecimal(found.group(1).replace(",", ""));
      if (number.signum() == 0) continue;
      doses.add(of(number, found.group(2), found.group(), found.start(), found.end()));
    }
    return doses;
  }

  private static Dose of(BigDecimal number, String unit, String written, int start, int end) {
    String plain = unit.replace(".", "");
    Measure measure =
        switch (plain) {
          case "ml", "milliliter", "milliliters", "cc", "l", "liter", "liters" -> Measure.VOLUME;
          case "iu", "unit", "units", "usp unit", "usp units", "million units" -> Measure.UNITS;
          case "meq" -> Measure.EQUIVALENTS;
          default -> Measure.MASS;
        };
    String factor =
        switch (plain) {
          case "g", "gm", "gms", "gram", "grams", "million units" -> "1000000";
          case "mg", "milligram", "milligrams", "l", "liter", "liters" -> "1000";
          default -> "1";
        };
    return new Dose(number.multiply(new BigDecimal(factor)), measure, written, start, end);
  }

  Dose plus(Dose other) {
    return new Dose(
        amount.add(other.amount), measure, written + " and " + other.written, start, other.end);
  }

  Dose times(int count) {
    return count == 1
        ? this
        : new Dose(
            amount.multiply(BigDecimal.valueOf(count)),
            measure,
            written + " x " + count,
            start,
            end);
  }

  /// How many units of a code it takes, the last begun one counted.
  long unitsOf(Dose each) {
    return amount.divide(each.amount, 0, RoundingMode.CEILING).longValueExact();
  }

  /// How many whole units of a code it holds.
  long wholeUnitsOf(Dose each) {
    return amount.divide(each.amount, 0, RoundingMode.FLOOR).longValueExact();
  }

  boolean isMultipleOf(Dose each) {
    return amount.remainder(each.amount).signum() == 0;
  }
}

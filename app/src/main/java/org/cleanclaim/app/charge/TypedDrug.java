package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.code.Ndc;
import org.jspecify.annotations.Nullable;

/// The drug of a charge as somebody typed it from its package.
///
/// @param ndc with or without hyphens
/// @param quantity how much of the package was given
/// @param unit what the quantity counts
public record TypedDrug(@Nullable String ndc, @Nullable String quantity, @Nullable String unit) {
  /// A service without a drug.
  public static final TypedDrug NONE = new TypedDrug(null, null, null);

  /// What a quantity counts (837P and 837I, CTP05).
  public enum Unit {
    UN("units"),
    ML("milliliters"),
    ME("milligrams"),
    GR("grams"),
    F2("international units");

    private final String title;

    Unit(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Eight digits and three behind the point have room on paper (NUCC 1500 instructions, item 24).
  private static final String QUANTITY = "[0-9]{1,8}(\\.[0-9]{1,3})?";

  /// Reads the fields; null when all are empty.
  ///
  /// @throws IllegalArgumentException with a sentence, when one cannot be
  public @Nullable Drug read() {
    String code = text(ndc);
    if (code.isEmpty()) {
      if (text(quantity).isEmpty()) return null;
      throw new IllegalArgumentException(
          "A drug's quantity stands with its NDC. Enter the NDC of the package, or leave both"
              + " out.");
    }
    var known = Ndc.parse(code);
    if (known.isEmpty()) throw new IllegalArgumentException(unreadable(code));
    if (!text(quantity).matches(QUANTITY) || new BigDecimal(text(quantity)).signum() == 0) {
      throw new IllegalArgumentException(
          "Say how much of the drug was given: a number above zero such as 1 or 2.5, with at most"
              + " eight digits and three behind the point.");
    }
    var counted = Stream.of(Unit.values()).filter(u -> u.name().equals(text(unit))).findFirst();
    if (counted.isEmpty()) {
      throw new IllegalArgumentException(
          "Say what the drug's quantity counts: UN units, ML milliliters, ME milligrams, GR grams"
              + " or F2 international units.");
    }
    return new Drug(known.get().value(), new BigDecimal(text(quantity)), counted.get().name());
  }

  private static String unreadable(String code) {
    return code.matches("[0-9]{10}")
        ? "Ten digits do not say where the zero of the eleventh goes. Enter the NDC with the"
            + " hyphens of its package, such as 0409-3795-01."
        : "An NDC has eleven digits, or ten with the hyphens of its package, such as 0409-3795-01.";
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }
}

package org.cleanclaim.pricing.anesthesia;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// What came of pricing an anesthesia service. Source: CMS Claims Processing Manual, chapter 12,
/// section 50.
public sealed interface AnesthesiaPrice {
  String SOURCE = "CMS Claims Processing Manual, chapter 12, section 50";

  /// @param timeUnits to one decimal; null where time is not paid
  record Priced(Money allowed, @Nullable BigDecimal timeUnits, List<PriceStep> steps)
      implements AnesthesiaPrice {}

  /// Something is missing or cannot be.
  record Refused(Finding finding) implements AnesthesiaPrice {}

  /// Prices a service; a quarter of an hour is a unit, the total is rounded half up to the cent.
  static AnesthesiaPrice of(AnesthesiaCare care) {
    if (care.baseUnits() < 0 || care.minutes() < 0) {
      return refused("Base units and minutes cannot be negative.", "Correct the figure.");
    }
    if (care.conversionFactor().signum() <= 0) {
      return refused("There is no conversion factor.", "Install the anesthesia factors.");
    }
    return switch (care.modifier()) {
      case "AA", "QZ" -> timed(care, 100);
      case "QK", "QX", "QY" -> timed(care, 50);
      case "AD" -> supervised(care);
      default ->
          refused(
              "The modifier \"%s\" does not say who gave the anesthesia."
                  .formatted(care.modifier()),
              "Add AA, QZ, QK, QX, QY or AD.");
    };
  }

  private static AnesthesiaPrice timed(AnesthesiaCare care, int percent) {
    BigDecimal time =
        BigDecimal.valueOf(care.minutes()).divide(BigDecimal.valueOf(15), 1, RoundingMode.HALF_UP);
    BigDecimal units = time.add(BigDecimal.valueOf(care.baseUnits()));
    BigDecimal exact = units.multiply(care.conversionFactor());
    Money allowed = cents(exact.multiply(BigDecimal.valueOf(percent, 2)));
    Money whole = cents(exact);
    var full =
        new PriceStep(
            "(%d base units + %d minutes / 15 = %s time units) x %s dollars"
                .formatted(care.baseUnits(), care.minutes(), time, care.conversionFactor()),
            whole,
            SOURCE + ".G: time units to one decimal; half up to the cent");
    if (percent == 100) return new Priced(allowed, time, List.of(full));
    return new Priced(
        allowed,
        time,
        List.of(
            full,
            new PriceStep(
                "medical direction, %s: %d %% of the exact amount"
                    .formatted(care.modifier(), percent),
                allowed.minus(whole),
                SOURCE + ".C: half up to the cent")));
  }

  private static AnesthesiaPrice supervised(AnesthesiaCare care) {
    int units = care.induction() == AnesthesiaCare.Induction.PRESENT ? 4 : 3;
    Money allowed = cents(care.conversionFactor().multiply(BigDecimal.valueOf(units)));
    return new Priced(
        allowed,
        null,
        List.of(
            new PriceStep(
                "more than four procedures at a time: %d units x %s dollars"
                    .formatted(units, care.conversionFactor()),
                allowed,
                SOURCE + ".D: half up to the cent")));
  }

  private static Money cents(BigDecimal dollars) {
    return Money.ofCents(
        dollars.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static Refused refused(String message, String remedy) {
    return new Refused(
        new Finding(
            new RuleId("PRICE-ANESTHESIA"),
            Layer.PAYER_RULE,
            Severity.ERROR,
            Place.WHOLE,
            message,
            remedy,
            null,
            new Citation(SOURCE, EffectivePeriod.from(LocalDate.of(1992, 1, 1)))));
  }
}

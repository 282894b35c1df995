package org.cleanclaim.pricing.physician;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the modifiers of a line make of its fee. Source: CMS Claims Processing Manual, chapter 12,
/// sections 20.4 and 40, and the indicators of the relative value file.
///
/// @param factor the share of the fee; null where somebody has to judge it
/// @param review why somebody has to look; null if nobody has to
public record ModifierFactor(@Nullable BigDecimal factor, @Nullable String review) {
  private static final BigDecimal ASSISTANT = new BigDecimal("0.16");
  private static final BigDecimal ASSISTANT_NOT_PHYSICIAN = new BigDecimal("0.136");
  private static final BigDecimal CO_SURGEON = new BigDecimal("0.625");
  private static final ModifierFactor WHOLE = new ModifierFactor(BigDecimal.ONE, null);
  private static final ModifierFactor BY_REPORT = new ModifierFactor(null, "by report");
  private static final ModifierFactor NOT_APPLICABLE =
      new ModifierFactor(null, "concept does not apply");

  /// The factor of all modifiers together; those that only inform leave the fee as it is.
  ///
  /// @param daysAfter days of care after the operation, for modifier 55; null if not told
  public static ModifierFactor of(
      RelativeValues.Policy policy, List<String> modifiers, @Nullable Integer daysAfter) {
    ModifierFactor all = WHOLE;
    for (String modifier : modifiers) all = all.and(one(policy, modifier, daysAfter));
    return all;
  }

  /// The factor of one modifier.
  public static ModifierFactor one(
      RelativeValues.Policy policy, String modifier, @Nullable Integer daysAfter) {
    return switch (modifier) {
      case "50" -> bilateral(policy.bilateral());
      case "80", "81", "82" -> assistant(policy.assistant(), ASSISTANT);
      case "AS" -> assistant(policy.assistant(), ASSISTANT_NOT_PHYSICIAN);
      case "62" -> coSurgeon(policy.coSurgeon());
      case "66" -> team(policy.team());
      case "54" -> share(policy.before() + policy.during());
      case "56" -> share(policy.before());
      case "78" -> reoperation(policy);
      case "55" -> aftercare(policy, daysAfter);
      case "22", "52", "53" -> BY_REPORT;
      default -> WHOLE;
    };
  }

  private ModifierFactor and(ModifierFactor other) {
    String reason = review == null ? other.review : review;
    if (factor == null || other.factor == null) return new ModifierFactor(null, reason);
    return new ModifierFactor(factor.multiply(other.factor), reason);
  }

  private static ModifierFactor bilateral(char indicator) {
    return switch (indicator) {
      case '1' -> new ModifierFactor(new BigDecimal("1.5"), null);
      case '3' -> new ModifierFactor(new BigDecimal("2"), null);
      default -> WHOLE;
    };
  }

  private static ModifierFactor assistant(char indicator, BigDecimal share) {
    return switch (indicator) {
      case '0' -> new ModifierFactor(share, "documentation needed");
      case '1' -> new ModifierFactor(BigDecimal.ZERO, "statutory restriction");
      case '2' -> new ModifierFactor(share, null);
      default -> NOT_APPLICABLE;
    };
  }

  private static ModifierFactor coSurgeon(char indicator) {
    return switch (indicator) {
      case '0' -> new ModifierFactor(BigDecimal.ZERO, "not permitted");
      case '1' -> new ModifierFactor(CO_SURGEON, "documentation needed");
      case '2' -> new ModifierFactor(CO_SURGEON, null);
      default -> NOT_APPLICABLE;
    };
  }

  private static ModifierFactor team(char indicator) {
    return switch (indicator) {
      case '0' -> new ModifierFactor(BigDecimal.ZERO, "not permitted");
      case '1', '2' -> BY_REPORT;
      default -> NOT_APPLICABLE;
    };
  }

  private static ModifierFactor share(int hundredths) {
    return new ModifierFactor(BigDecimal.valueOf(hundredths, 2), null);
  }

  /// Only the operation is paid again; a code without global days has no parts and is paid whole.
  private static ModifierFactor reoperation(RelativeValues.Policy policy) {
    return policy.during() == 0 ? WHOLE : share(policy.during());
  }

  private static ModifierFactor aftercare(
      RelativeValues.Policy policy, @Nullable Integer daysAfter) {
    if (daysAfter == null) return share(policy.after());
    int span = policy.globalDays().equals("010") ? 10 : 90;
    return new ModifierFactor(
        BigDecimal.valueOf(policy.after(), 2)
            .multiply(BigDecimal.valueOf(Math.min(daysAfter, span)))
            .divide(BigDecimal.valueOf(span), MathContext.DECIMAL64),
        null);
  }
}

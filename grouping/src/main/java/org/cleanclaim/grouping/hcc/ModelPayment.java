package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The score that payment follows where one model alone makes it: members with end-stage renal
/// disease and Part D. The raw score is divided by the normalization and rounded, less coding
/// intensity where that applies, and rounded again, each time to three decimals, half up.
///
/// Coding intensity applies to functioning grafts as to members without the disease, not to
/// dialysis and transplants, and not to Part D (Rate Announcements since 2010; section
/// 1853(a)(1)(C)(ii) of the Social Security Act). The normalization factors are those of the Rate
/// Announcements for 2024 to 2026.
///
/// @param normalization by which the raw score is divided
/// @param codingIntensity the part that is taken off; 0 where none is
public record ModelPayment(
    RiskScore raw,
    BigDecimal normalization,
    BigDecimal codingIntensity,
    BigDecimal normalized,
    BigDecimal score) {
  private static final int DECIMALS = 3;
  private static final BigDecimal CODING_INTENSITY = new BigDecimal("0.059");

  /// A normalization factor of a year.
  ///
  /// @param plan for whose members; null for all
  private record Factor(
      int year, RiskModel model, Population population, @Nullable DrugPlan plan, String value) {}

  private enum Population {
    DIALYSIS_OR_TRANSPLANT,
    GRAFT,
    OTHER
  }

  private static final List<Factor> FACTORS =
      List.of(
          new Factor(2024, RiskModel.V24, Population.OTHER, null, "1.146"),
          new Factor(2024, RiskModel.V28, Population.OTHER, null, "1.015"),
          new Factor(2025, RiskModel.V24, Population.OTHER, null, "1.153"),
          new Factor(2025, RiskModel.V28, Population.OTHER, null, "1.045"),
          new Factor(2026, RiskModel.V22, Population.OTHER, null, "1.187"),
          new Factor(2026, RiskModel.V28, Population.OTHER, null, "1.067"),
          new Factor(2026, RiskModel.ESRD_V24, Population.DIALYSIS_OR_TRANSPLANT, null, "1.062"),
          new Factor(2026, RiskModel.ESRD_V24, Population.GRAFT, null, "1.104"),
          new Factor(2026, RiskModel.RX_V08_X, Population.OTHER, DrugPlan.MA_PD, "1.194"),
          new Factor(2026, RiskModel.RX_V08_X, Population.OTHER, DrugPlan.PDP, "0.887"));

  /// The payment score of a year; empty where the normalization is not known here.
  ///
  /// @param plan for the models of drugs; null where it is not said
  public static Optional<ModelPayment> of(RiskScore raw, int year, @Nullable DrugPlan plan) {
    Population population = population(raw.segment());
    return FACTORS.stream()
        .filter(factor -> factor.year == year && factor.model == raw.model())
        .filter(factor -> factor.population == population && factor.plan == ofDrugs(raw, plan))
        .findFirst()
        .map(factor -> normalizedBy(raw, new BigDecimal(factor.value)));
  }

  /// The payment score with a normalization factor of which the caller knows, for years and models
  /// whose factors are not known here.
  public static ModelPayment normalizedBy(RiskScore raw, BigDecimal normalization) {
    BigDecimal intensity = codingIntensity(raw);
    BigDecimal normalized = raw.raw().divide(normalization, DECIMALS, RoundingMode.HALF_UP);
    BigDecimal score =
        normalized
            .multiply(BigDecimal.ONE.subtract(intensity))
            .setScale(DECIMALS, RoundingMode.HALF_UP);
    return new ModelPayment(raw, normalization, intensity, normalized, score);
  }

  private static @Nullable DrugPlan ofDrugs(RiskScore raw, @Nullable DrugPlan plan) {
    return raw.model().family() == ModelFamily.DRUGS ? plan : null;
  }

  private static BigDecimal codingIntensity(RiskScore raw) {
    return switch (raw.model().family()) {
      case MEDICAL -> CODING_INTENSITY;
      case RENAL ->
          population(raw.segment()) == Population.GRAFT ? CODING_INTENSITY : BigDecimal.ZERO;
      case DRUGS -> BigDecimal.ZERO;
    };
  }

  private static Population population(Segment segment) {
    return switch (segment) {
      case DI, DNE, TRANSPLANT -> Population.DIALYSIS_OR_TRANSPLANT;
      case GC, GFA, GFN, GNPA, GNPN, GI, GNE -> Population.GRAFT;
      default -> Population.OTHER;
    };
  }
}

package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The score that payment follows, with the steps from the raw scores: normalized and rounded, less
/// coding intensity and rounded, weighed by the model's part, added and rounded. All roundings are
/// to three decimals, half up (Rate Announcements, section on the calculation of risk scores).
public record PaymentScore(int year, List<Part> parts, BigDecimal score) {
  private static final int DECIMALS = 3;

  public PaymentScore {
    parts = List.copyOf(parts);
  }

  /// What one model brings.
  ///
  /// @param normalized the raw score divided by the normalization
  /// @param adjusted the normalized score less coding intensity
  /// @param weighed the adjusted score times the model's part, not rounded
  public record Part(
      RiskScore raw,
      PaymentYear.Share share,
      BigDecimal normalized,
      BigDecimal adjusted,
      BigDecimal weighed) {
    static Part of(RiskScore raw, PaymentYear.Share share, BigDecimal codingIntensity) {
      BigDecimal normalized =
          raw.raw().divide(share.normalization(), DECIMALS, RoundingMode.HALF_UP);
      BigDecimal adjusted = rounded(normalized.multiply(BigDecimal.ONE.subtract(codingIntensity)));
      return new Part(raw, share, normalized, adjusted, adjusted.multiply(share.part()));
    }
  }

  /// The payment score of a member whom each model of the year has scored.
  static PaymentScore of(PaymentYear year, List<RiskScore> scores) {
    var parts =
        year.shares().stream()
            .map(share -> Part.of(of(share.model(), scores), share, year.codingIntensity()))
            .toList();
    BigDecimal sum = parts.stream().map(Part::weighed).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PaymentScore(year.year(), parts, rounded(sum));
  }

  private static RiskScore of(RiskModel model, List<RiskScore> scores) {
    return scores.stream()
        .filter(score -> score.model() == model)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no score of " + model));
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}

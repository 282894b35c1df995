package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How CMS makes the payment score of a Medicare Advantage member out of raw scores in one calendar
/// year: which models, with which share, normalization and coding intensity. Sources: the Rate
/// Announcements for 2024, 2025 and 2026.
///
/// @param codingIntensity the part taken off since plans code more than others do (section
///   1853(a)(1)(C)(ii) of the Social Security Act)
public record PaymentYear(int year, BigDecimal codingIntensity, List<Share> shares) {
  private static final BigDecimal STATUTORY_MINIMUM = new BigDecimal("0.059");
  private static final List<PaymentYear> KNOWN =
      List.of(
          new PaymentYear(
              2024,
              STATUTORY_MINIMUM,
              List.of(
                  Share.of(RiskModel.V24, "0.67", "1.146"),
                  Share.of(RiskModel.V28, "0.33", "1.015"))),
          new PaymentYear(
              2025,
              STATUTORY_MINIMUM,
              List.of(
                  Share.of(RiskModel.V24, "0.33", "1.153"),
                  Share.of(RiskModel.V28, "0.67", "1.045"))),
          new PaymentYear(
              2026, STATUTORY_MINIMUM, List.of(Share.of(RiskModel.V28, "1.00", "1.067"))));

  public PaymentYear {
    shares = List.copyOf(shares);
  }

  /// One model's part.
  ///
  /// @param part of the payment score: 0.67
  /// @param normalization by which the raw score is divided
  public record Share(RiskModel model, BigDecimal part, BigDecimal normalization) {
    static Share of(RiskModel model, String part, String normalization) {
      return new Share(model, new BigDecimal(part), new BigDecimal(normalization));
    }
  }

  /// The rules of a year; empty where they are not known here.
  public static Optional<PaymentYear> of(int year) {
    return KNOWN.stream().filter(known -> known.year == year).findFirst();
  }

  /// The first and the last year whose rules are known.
  public static String known() {
    return KNOWN.getFirst().year + " to " + KNOWN.getLast().year;
  }
}

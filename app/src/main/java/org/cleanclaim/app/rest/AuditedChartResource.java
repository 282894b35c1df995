package org.cleanclaim.app.rest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.codingaudit.AuditDifference;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.codingaudit.CodedVisit;
import org.cleanclaim.app.codingaudit.Element;
import org.cleanclaim.app.codingaudit.Tally;
import org.jspecify.annotations.Nullable;

/// A chart of a sample as the API gives it.
///
/// @param coded the frozen coding; null while a blind second coding waits
/// @param accuracy by element, as decided so far
record AuditedChartResource(
    UUID id,
    String visitNumber,
    String audit,
    String mode,
    String setting,
    @Nullable String payer,
    String charge,
    String coder,
    String status,
    @Nullable String auditor,
    @Nullable Instant releasedAt,
    @Nullable CodedVisit coded,
    @Nullable CodedVisit audited,
    List<AuditDifference> differences,
    Map<Element, TallyResource> accuracy,
    TallyResource all) {

  /// Counts with their quotient.
  ///
  /// @param percent one decimal, rounded down; null where nothing was audited
  record TallyResource(
      int agreed, int wrong, int missed, int numerator, int denominator, @Nullable String percent) {
    static TallyResource of(Tally tally) {
      return new TallyResource(
          tally.agreed(),
          tally.wrong(),
          tally.missed(),
          tally.numerator(),
          tally.denominator(),
          tally.percent().map(p -> p.toPlainString()).orElse(null));
    }
  }

  static AuditedChartResource of(AuditedChart chart) {
    var accuracy = new EnumMap<Element, TallyResource>(Element.class);
    for (Element element : Element.values()) {
      accuracy.put(element, TallyResource.of(chart.tally(element)));
    }
    return new AuditedChartResource(
        chart.publicId(),
        chart.visitNumber(),
        chart.auditName(),
        chart.mode().name(),
        chart.setting(),
        chart.payer(),
        chart.charge().toString(),
        chart.coder(),
        chart.status().name(),
        chart.auditor(),
        chart.releasedAt(),
        chart.isBlind() ? null : chart.coded(),
        chart.audited(),
        chart.differences(),
        accuracy,
        TallyResource.of(chart.tally()));
  }
}

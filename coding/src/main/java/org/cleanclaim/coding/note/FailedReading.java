package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.time.Month;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Says that the program failed on a document, so that nobody takes its silence for nothing to
/// code: the entire record is reviewed (Official Guidelines, introduction). It names the kind of
/// failure only; the words of a failure may hold what is in the document.
public final class FailedReading {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, introduction (the entire record is reviewed)",
          EffectivePeriod.from(LocalDate.of(2015, Month.OCTOBER, 1)));

  private FailedReading() {}

  /// The kind of a failure, as findings name it.
  public static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  /// No codes are proposed from the document.
  ///
  /// @param kind of the failure
  public static Finding unproposed(String document, String kind) {
    return finding(
        document,
        "The program failed on this document (%s); no codes are proposed from it.".formatted(kind),
        "Code it by hand and report the failure.");
  }

  /// The codes of a chart are not compared with the document.
  ///
  /// @param kind of the failure
  public static Finding uncompared(String document, String kind) {
    return finding(
        document,
        "The program failed on this document (%s); the codes are not compared with it."
            .formatted(kind),
        "Compare them by hand and report the failure.");
  }

  private static Finding finding(String document, String message, String remedy) {
    return new Finding(
        new RuleId("NOTE-FAILED"),
        Layer.CHART,
        Severity.WARNING,
        Place.field(document),
        message,
        remedy,
        null,
        SOURCE);
  }
}

package org.cleanclaim.coding.check;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Present on admission (Official Guidelines, Appendix I).
final class AdmissionChecks {
  private static final Set<String> INDICATORS = Set.of("Y", "N", "U", "W");

  private AdmissionChecks() {}

  static void check(ChartView view, Findings findings) {
    for (Listed code : view.codes()) {
      String indicator = code.ordered().presentOnAdmission();
      if (!view.chart().isInpatient()) {
        if (indicator != null) {
          findings.add(
              ChartRule.ADMISSION_OUTPATIENT,
              code,
              code.dotted() + " has an indicator and the chart is no inpatient's.",
              "Take the indicator out.");
        }
        continue;
      }
      inpatient(view, code, indicator, findings);
    }
  }

  private static void inpatient(
      ChartView view, Listed code, @Nullable String indicator, Findings findings) {
    Optional<Boolean> isExempt = view.edition().isPoaExempt(code.code());
    if (indicator == null) {
      boolean isAsked = isExempt.map(e -> !e).orElse(mayBeAsked(code));
      if (isAsked) {
        findings.add(
            ChartRule.ADMISSION_MISSING,
            code,
            code.dotted() + " does not say whether it was present on admission.",
            "Say Y, N, U (the record does not tell) or W (it cannot be known).");
      }
      return;
    }
    if (!INDICATORS.contains(indicator)) {
      findings.add(
          ChartRule.ADMISSION_INVALID,
          code,
          code.dotted() + " has an indicator that does not exist.",
          "Say Y, N, U or W.");
    } else if (isExempt.orElse(false)) {
      findings.add(
          ChartRule.ADMISSION_EXEMPT,
          code,
          code.dotted() + " is exempt and has an indicator.",
          "Take the indicator out.");
    } else if (code.isFirst() && indicator.equals("N") && "OPZ".indexOf(code.chapterLetter()) < 0) {
      findings.add(
          ChartRule.ADMISSION_PRINCIPAL,
          code,
          code.dotted() + " is principal diagnosis and was not present on admission.",
          "Compare the order of the diagnoses with what led to the admission.");
    }
  }

  /// Without the list, of codes that it mostly holds nothing is asked.
  private static boolean mayBeAsked(Listed code) {
    return "VWXYZ".indexOf(code.chapterLetter()) < 0;
  }
}

package org.cleanclaim.coding.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.TextSpan;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Unspecified codes, and codes without complications, where the note has the detail (Official
/// Guidelines, section I.B.18; I.C.4.a for the complications of diabetes).
final class SpecificityChecks {
  private static final Pattern UNSPECIFIED = Pattern.compile("\\bunspecified\\b");
  private static final Pattern WITHOUT = Pattern.compile("\\bwithout complications?\\b");
  private static final Pattern VAGUE =
      Pattern.compile(UNSPECIFIED.pattern() + "|" + WITHOUT.pattern());

  private SpecificityChecks() {}

  static void check(ChartView view, Documented documented, Findings findings) {
    List<Listed> vague = view.titled(VAGUE);
    if (vague.isEmpty()) return;
    for (Suggestion suggestion : documented.suggestions()) {
      for (Listed code : vague) compare(view, code, suggestion, findings);
    }
  }

  private static void compare(
      ChartView view, Listed code, Suggestion suggestion, Findings findings) {
    boolean isMoreSpecific =
        suggestion.code().startsWith(code.code().substring(0, 3))
            && !VAGUE.matcher(suggestion.title().toLowerCase(Locale.ROOT)).find()
            && !view.has(suggestion.code());
    if (!isMoreSpecific) return;
    Evidence at = suggestion.evidence().getFirst();
    findings.add(
        ChartRule.UNSPECIFIED,
        Severity.INFORMATION,
        code.place().at(new TextSpan(at.documentId(), at.start(), at.end())),
        "%s is %s; the note has words for %s."
            .formatted(
                code.dotted(),
                code.titleHas(WITHOUT) ? "without complications" : "unspecified",
                new Icd10Cm(suggestion.code()).dotted()),
        "Compare the words; take the more specific code where they hold.",
        view.guideline(ChartRule.UNSPECIFIED));
  }
}

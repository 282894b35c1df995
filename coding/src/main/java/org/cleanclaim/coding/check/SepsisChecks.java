package org.cleanclaim.coding.check;

import java.util.List;
import java.util.regex.Pattern;

/// Sepsis and severe sepsis (Official Guidelines, section I.C.1.d).
final class SepsisChecks {
  private static final Pattern SYSTEMIC =
      Pattern.compile("\\b(?:sepsis|septic|meningococcemia|septicemi[ac])\\b");
  private static final String[] LOCAL = {
    "J12", "J13", "J14", "J15", "J16", "J17", "J18", "J69", "L03", "N10", "N12", "N151", "N30",
    "N390", "K35", "K57", "K65", "K81", "K830", "M86", "G00", "I33"
  };

  /// Organs whose acute failure goes with severe sepsis.
  private static final String[] ORGANS = {
    "J96", "J80", "N17", "K720", "K762", "K763", "G934", "D65", "G6281", "I50", "R652", "R570",
    "E2740", "R4182"
  };

  private SepsisChecks() {}

  static void check(ChartView view, Findings findings) {
    for (Listed severe : view.codes("R652")) severe(view, severe, findings);
    local(view, findings);
  }

  private static boolean isSystemic(Listed code) {
    return !code.startsWith("R65") && (code.isAny("A40", "A41") || code.titleHas(SYSTEMIC));
  }

  private static void severe(ChartView view, Listed severe, Findings findings) {
    if (severe.isFirst()) {
      findings.add(
          ChartRule.SEVERE_SEPSIS_FIRST,
          severe,
          severe.dotted() + " is severe sepsis and stands first.",
          "List the systemic infection before it.");
    } else if (view.codes().stream().noneMatch(c -> isSystemic(c) && c.isBefore(severe))) {
      findings.add(
          ChartRule.SEVERE_SEPSIS_ORDER,
          severe,
          "No systemic infection stands before " + severe.dotted() + ".",
          "List the systemic infection first, A41.9 where the organism is not known.");
    }
    boolean hasOrgan =
        view.codes().stream().anyMatch(c -> !c.startsWith("R652") && c.isAny(ORGANS));
    if (severe.startsWith("R6520") && !hasOrgan) {
      findings.add(
          ChartRule.SEVERE_SEPSIS_ORGAN,
          severe,
          severe.dotted() + " has no failing organ beside it.",
          "Add the acute organ dysfunction that the record links with the sepsis.");
    }
  }

  private static void local(ChartView view, Findings findings) {
    List<Listed> systemic = view.codes("A40", "A41");
    if (systemic.isEmpty() || view.codes().isEmpty()) return;
    Listed first = view.codes().getFirst();
    Listed sepsis = systemic.getFirst();
    boolean developedLater = "N".equals(sepsis.ordered().presentOnAdmission());
    if (!first.isAny(LOCAL) || developedLater) return;
    findings.add(
        ChartRule.SEPSIS_LOCAL_ORDER,
        sepsis,
        "%s stands behind the localized infection %s.".formatted(sepsis.dotted(), first.dotted()),
        "List the sepsis first unless it developed after the admission.");
  }
}

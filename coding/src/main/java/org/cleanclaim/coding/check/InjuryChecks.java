package org.cleanclaim.coding.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Episodes of care of injuries and what their external causes have to fit (Official Guidelines,
/// section I.C.19.a and I.C.20).
final class InjuryChecks {
  /// 7th characters of active treatment: A, and B and C of open fractures.
  private static final String INITIAL = "ABC";

  private static final String[] ONCE = {"Y92", "Y93", "Y99"};

  private InjuryChecks() {}

  static void check(ChartView view, Findings findings) {
    List<Listed> injuries = view.codes().stream().filter(InjuryChecks::hasEpisode).toList();
    episodes(injuries, findings);
    causes(view, injuries, findings);
    onlyOnce(view, injuries, findings);
  }

  private static boolean hasEpisode(Listed code) {
    return SequenceChecks.isInjury(code) && code.seventh() != ' ';
  }

  /// An injury whose cause is no part of its own code: S00 to T34, and T66 to T78.
  private static boolean isTrauma(Listed code) {
    if (code.chapterLetter() == 'S') return true;
    if (code.chapterLetter() != 'T' || code.code().length() < 3) return false;
    String category = code.code().substring(0, 3);
    return category.compareTo("T34") <= 0;
  }

  private static void episodes(List<Listed> injuries, Findings findings) {
    Map<String, Listed> byStem = new HashMap<>();
    for (Listed code : injuries) {
      String stem = code.code().substring(0, 6);
      Listed other = byStem.putIfAbsent(stem, code);
      if (other == null || other.seventh() == code.seventh()) continue;
      findings.add(
          ChartRule.EPISODE,
          code,
          "%s and %s are one injury at two kinds of encounter."
              .formatted(other.dotted(), code.dotted()),
          "Keep the one with the 7th character of this encounter.");
    }
  }

  private static void causes(ChartView view, List<Listed> injuries, Findings findings) {
    List<Listed> traumas = injuries.stream().filter(c -> isTrauma(c) && isInitial(c)).toList();
    List<Listed> causes =
        view.codes().stream()
            .filter(c -> "VWXY".indexOf(c.chapterLetter()) >= 0 && !c.isAny("Y9"))
            .toList();
    if (!traumas.isEmpty() && causes.isEmpty()) {
      Listed injury = traumas.getFirst();
      findings.add(
          ChartRule.EXTERNAL_MISSING,
          injury,
          "The chart has injuries and no external cause.",
          "Add how it happened where the record says so and the payer or state wants it.");
    }
    for (Listed cause : causes) {
      if (cause.seventh() == ' ' || injuries.isEmpty()) continue;
      boolean isInitial = cause.seventh() == 'A';
      boolean fits = injuries.stream().anyMatch(i -> isInitial == isInitial(i));
      if (fits) continue;
      findings.add(
          ChartRule.EPISODE,
          cause,
          "%s is for another kind of encounter than the injuries of the chart."
              .formatted(cause.dotted()),
          "Give the external cause the 7th character of the injury's encounter.");
    }
  }

  private static boolean isInitial(Listed code) {
    return INITIAL.indexOf(code.seventh()) >= 0;
  }

  private static void onlyOnce(ChartView view, List<Listed> injuries, Findings findings) {
    boolean isLater = !injuries.isEmpty() && injuries.stream().noneMatch(InjuryChecks::isInitial);
    for (String category : ONCE) {
      List<Listed> codes = view.codes(category);
      if (codes.isEmpty()) continue;
      if (isLater) {
        findings.add(
            ChartRule.PLACE_LATER,
            codes.getFirst(),
            codes.getFirst().dotted() + " is given at the initial encounter only.",
            "Take it out at a later encounter.");
      }
      if (codes.size() > 1) {
        findings.add(
            ChartRule.PLACE_TWICE,
            codes.get(1),
            "The chart has more than one code of " + category + ".",
            "Keep the one at which the patient was hurt.");
      }
    }
  }
}

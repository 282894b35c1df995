package org.cleanclaim.coding.check;

import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Place;

/// Which codes may stand first and which before others, beyond the notes of the Tabular List.
final class SequenceChecks {
  /// Z codes for the first place only (section I.C.21.c, "may only be principal/first-listed").
  private static final String[] FIRST_ONLY = {
    "Z00", "Z01", "Z02", "Z04", "Z332", "Z3181", "Z3183", "Z3184", "Z34", "Z39", "Z38", "Z40",
    "Z42", "Z510", "Z511", "Z52", "Z761", "Z762", "Z9912"
  };

  private static final String[] FIRST_ONLY_EXCEPT = {"Z006", "Z529"};

  /// Codes for further places only (section I.B.14, I.C.15.b.5, I.C.21.c.11).
  private static final String[] NEVER_FIRST = {
    "Z68", "R402", "R297", "Y90", "Z55", "Z56", "Z57", "Z58", "Z59", "Z60", "Z61", "Z62", "Z63",
    "Z64", "Z65", "Z283", "Z37", "Z3A"
  };

  private static final Pattern DEGREE = Pattern.compile("\\b(first|second|third) degree\\b");
  private static final List<String> DEGREES = List.of("first", "second", "third");

  private SequenceChecks() {}

  static void check(ChartView view, Findings findings) {
    if (view.codes().isEmpty()) {
      findings.add(
          ChartRule.NO_DIAGNOSIS,
          Place.field("Diagnosis"),
          "The chart has no diagnosis.",
          "Code the reason for the encounter.");
      return;
    }
    first(view.codes().getFirst(), view, findings);
    firstOnly(view, findings);
    poisonings(view, findings);
    burns(view, findings);
  }

  private static void first(Listed first, ChartView view, Findings findings) {
    if ("VWXY".indexOf(first.chapterLetter()) >= 0) {
      findings.add(
          ChartRule.EXTERNAL_FIRST,
          first,
          first.dotted() + " is an external cause and stands first.",
          "List the injury or condition before it.");
    } else if (first.isAny(NEVER_FIRST)) {
      findings.add(
          ChartRule.Z_NEVER_FIRST,
          first,
          first.dotted() + " is reported behind another diagnosis only.",
          "List the condition that the encounter is for before it.");
    }
    if (isInjury(first) && first.seventh() == 'S' && view.codes().size() > 1) {
      findings.add(
          ChartRule.SEQUELA_FIRST,
          first,
          first.dotted() + " says what a sequela comes from and stands first.",
          "List the condition that remains before it.");
    }
    if (isDrug(first, '6')) {
      findings.add(
          ChartRule.UNDERDOSING_FIRST,
          first,
          first.dotted() + " is an underdosing and stands first.",
          "List the condition that it led to before it.");
    }
    if (isDrug(first, '5')) {
      findings.add(
          ChartRule.ADVERSE_EFFECT_FIRST,
          first,
          first.dotted() + " names the drug of an adverse effect and stands first.",
          "List the nature of the adverse effect before it.");
    }
  }

  private static void firstOnly(ChartView view, Findings findings) {
    if (isFirstOnly(view.codes().getFirst())) return;
    for (Listed code : view.codes()) {
      if (!isFirstOnly(code)) continue;
      findings.add(
          ChartRule.Z_FIRST_ONLY,
          code,
          code.dotted() + " is reported as first-listed diagnosis only.",
          "List it first, or leave it out when the encounter was for something else.");
    }
  }

  static boolean isFirstOnly(Listed code) {
    return code.isAny(FIRST_ONLY) && !code.isAny(FIRST_ONLY_EXCEPT);
  }

  private static void poisonings(ChartView view, Findings findings) {
    Listed first = view.codes().getFirst();
    if (isPoisoning(first) || first.chapterLetter() == 'O') return;
    view.codes().stream()
        .filter(c -> isPoisoning(c) && c.seventh() == 'A')
        .findFirst()
        .ifPresent(c ->
            findings.add(
                ChartRule.POISONING_ORDER,
                c,
                c.dotted() + " is a poisoning and stands behind " + first.dotted() + ".",
                "List the poisoning before what it caused."));
  }

  private static void burns(ChartView view, Findings findings) {
    int lowest = -1;
    for (Listed code : view.codes("T20", "T21", "T22", "T23", "T24", "T25")) {
      var degree = DEGREE.matcher(code.title());
      if (!degree.find()) continue;
      int rank = DEGREES.indexOf(degree.group(1));
      if (lowest >= 0 && rank > lowest) {
        findings.add(
            ChartRule.BURN_ORDER,
            code,
            code.dotted() + " is a deeper burn than one before it.",
            "List the burn of the highest degree first.");
      }
      lowest = lowest < 0 ? rank : Math.min(lowest, rank);
    }
  }

  static boolean isInjury(Listed code) {
    return code.chapterLetter() == 'S' || code.chapterLetter() == 'T';
  }

  private static boolean isPoisoning(Listed code) {
    return isDrug(code, '1') || isDrug(code, '2') || isDrug(code, '3') || isDrug(code, '4');
  }

  /// A drug of T36 to T50 with a 6th character that says how it was taken.
  private static boolean isDrug(Listed code, char intent) {
    return code.code().length() == 7
        && code.chapterLetter() == 'T'
        && code.code().substring(0, 3).compareTo("T36") >= 0
        && code.code().substring(0, 3).compareTo("T50") <= 0
        && code.code().charAt(5) == intent;
  }
}

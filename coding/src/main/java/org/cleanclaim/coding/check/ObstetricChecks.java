package org.cleanclaim.coding.check;

import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Severity;

/// Pregnancy, delivery and the weeks (Official Guidelines, section I.C.15 and I.C.21.c.11).
final class ObstetricChecks {
  private static final Pattern TRIMESTER = Pattern.compile("\\b(first|second|third) trimester\\b");
  private static final List<String> TRIMESTERS = List.of("first", "second", "third");

  /// Weeks do not apply to abortive outcomes, after delivery and to late consequences.
  private static final String[] WITHOUT_WEEKS = {
    "O00", "O01", "O02", "O03", "O04", "O05", "O06", "O07", "O08", "O85", "O86", "O87", "O88",
    "O89", "O90", "O91", "O92", "O94"
  };

  private ObstetricChecks() {}

  static void check(ChartView view, Findings findings) {
    List<Listed> obstetric = view.codes("O");
    List<Listed> weeks = view.codes("Z3A");
    if (!weeks.isEmpty() && !view.has("O", "Z34", "Z33", "Z36", "Z03")) {
      findings.add(
          ChartRule.WEEKS_ALONE,
          weeks.getFirst(),
          "The chart has weeks of gestation and no code of pregnancy.",
          "Add what the encounter was for.");
    }
    if (obstetric.isEmpty()) return;
    first(view, obstetric, findings);
    view.codes("Z34").stream()
        .findFirst()
        .ifPresent(code ->
            findings.add(
                ChartRule.ROUTINE_WITH_OBSTETRIC,
                code,
                code.dotted() + " stands beside " + obstetric.getFirst().dotted() + ".",
                "Leave the supervision of a normal pregnancy out."));
    if (weeks.isEmpty() && obstetric.stream().anyMatch(c -> !c.isAny(WITHOUT_WEEKS))) {
      findings.add(
          ChartRule.WEEKS_MISSING,
          Severity.INFORMATION,
          obstetric.getFirst().place(),
          "The chart has codes of pregnancy and no weeks of gestation.",
          "Add the code of Z3A where the record tells the weeks.",
          view.guideline(ChartRule.WEEKS_MISSING));
    }
    if (view.has("O80", "O82") && !view.has("Z37")) {
      findings.add(
          ChartRule.OUTCOME_MISSING,
          view.codes("O80", "O82").getFirst(),
          "The chart has a delivery and no outcome.",
          "Add the code of Z37.");
    }
    normalDelivery(view, obstetric, findings);
    if (weeks.size() == 1) trimesters(obstetric, weeks.getFirst(), findings);
  }

  /// O80 is not for a delivery that needs another code of the chapter for a complication;
  /// supervision of a pregnancy at risk is none.
  private static void normalDelivery(ChartView view, List<Listed> obstetric, Findings findings) {
    for (Listed normal : view.codes("O80")) {
      obstetric.stream()
          .filter(c -> !c.isAny("O80", "O09"))
          .findFirst()
          .ifPresent(complication ->
              findings.add(
                  ChartRule.NORMAL_DELIVERY,
                  normal,
                  "%s is a delivery without complications and stands beside %s."
                      .formatted(normal.dotted(), complication.dotted()),
                  "Take it out and code the complication."));
    }
  }

  private static void first(ChartView view, List<Listed> obstetric, Findings findings) {
    Listed first = view.codes().getFirst();
    boolean isLate = obstetric.stream().allMatch(c -> c.startsWith("O94"));
    if (first.chapterLetter() == 'O' || isLate || SequenceChecks.isFirstOnly(first)) return;
    findings.add(
        ChartRule.OBSTETRIC_FIRST,
        obstetric.getFirst(),
        "%s is a code of pregnancy and stands behind %s."
            .formatted(obstetric.getFirst().dotted(), first.dotted()),
        "List the codes of pregnancy first.");
  }

  private static void trimesters(List<Listed> obstetric, Listed weeks, Findings findings) {
    int trimester = trimester(weeks.code());
    if (trimester < 0) return;
    for (Listed code : obstetric) {
      var said = TRIMESTER.matcher(code.title());
      if (!said.find() || TRIMESTERS.indexOf(said.group(1)) == trimester) continue;
      findings.add(
          ChartRule.TRIMESTER,
          code,
          "%s is of the %s trimester, the weeks of %s are of the %s."
              .formatted(code.dotted(), said.group(1), weeks.dotted(), TRIMESTERS.get(trimester)),
          "Take the code of the trimester that the record gives.");
    }
  }

  /// 0 below 14 weeks, 1 below 28, 2 from then on; -1 where the code does not say the weeks.
  private static int trimester(String code) {
    if (code.length() != 5 || code.equals("Z3A00")) return -1;
    int number = 0;
    for (int i = 3; i < 5; i++) {
      if (!Character.isDigit(code.charAt(i))) return -1;
      number = number * 10 + (code.charAt(i) - '0');
    }
    if (number < 14) return 0;
    return number < 28 ? 1 : 2;
  }
}

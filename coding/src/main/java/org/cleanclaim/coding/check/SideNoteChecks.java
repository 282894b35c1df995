package org.cleanclaim.coding.check;

import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.note.SideDoubt;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.TextSpan;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Conditions of which the documents do not say with one voice which side they are on (Official
/// Guidelines, section I.B.13). The provider is asked; no side is guessed.
final class SideNoteChecks {
  private SideNoteChecks() {}

  static void check(ChartView view, Documented documented, Findings findings) {
    for (SideDoubt doubt : documented.sideDoubts()) {
      Evidence at = doubt.at();
      String message =
          doubt.isContradicted()
              ? "The assessment says %s, the document elsewhere %s: which side %s is on is not"
                  + " clear."
              : "The document names %s and %s, and not which is meant by what %s rests on.";
      findings.add(
          ChartRule.SIDE_NOTE,
          place(view, doubt.code()).at(new TextSpan(at.documentId(), at.start(), at.end())),
          message.formatted(
              inWords(doubt.first()), inWords(doubt.other()), Icd10Cm.written(doubt.code())),
          "Ask the provider which side it is.");
    }
  }

  /// The code of the chart that says the condition, on whichever side.
  private static Place place(ChartView view, String code) {
    var sides = view.edition().books().family().sides(code);
    return view.codes().stream()
        .filter(c -> c.code().equals(code) || sides.stream().anyMatch(s -> s.id().equals(c.code())))
        .findFirst()
        .map(Listed::place)
        .orElse(Place.WHOLE);
  }

  private static String inWords(SideDoubt.Named named) {
    return side(named.side()) + " (line " + named.line() + ")";
  }

  private static String side(Side side) {
    return switch (side) {
      case RIGHT -> "the right side";
      case LEFT -> "the left side";
      case BOTH -> "both sides";
      case UNSPECIFIED -> "no side";
    };
  }
}

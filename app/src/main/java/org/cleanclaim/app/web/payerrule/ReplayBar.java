package org.cleanclaim.app.web.payerrule;

import java.util.List;
import org.cleanclaim.app.payerrule.RuleReplay;

/// One figure of a replay as a part of a whole, for a bar that is [#WIDTH] units wide.
///
/// @param tone the colour's name
/// @param width of the part; at least 2 when it is not nothing
/// @param money what the part is worth; empty when nothing is said of it
public record ReplayBar(String label, String tone, int part, int whole, int width, String money) {
  /// The length of a whole bar.
  public static final int WIDTH = 600;

  /// The bars of a replay: what the rule touches, what it prevents, what it holds for nothing.
  static List<ReplayBar> of(RuleReplay replay) {
    return List.of(
        bar("Claims touched", "#0b5cad", replay.touched(), replay.claims(), ""),
        bar(
            "Denied lines it would have prevented",
            "#1e7b3a",
            replay.prevented(),
            replay.denials(),
            "$" + replay.preventedCharge() + " charged"),
        bar(
            "False holds: claims held that were paid in full",
            "#b42318",
            replay.falseHolds(),
            replay.claims(),
            "$" + replay.falselyHeld() + " paid"));
  }

  private static ReplayBar bar(String label, String tone, int part, int whole, String money) {
    int width = whole == 0 ? 0 : Math.toIntExact((long) part * WIDTH / whole);
    return new ReplayBar(label, tone, part, whole, part == 0 ? 0 : Math.max(2, width), money);
  }
}

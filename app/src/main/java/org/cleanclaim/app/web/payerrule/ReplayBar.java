package org.cleanclaim.app.web.payerrule;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.payerrule.RuleReplay;
import org.cleanclaim.edits.payerrule.ReplayFigures;
import org.cleanclaim.edits.payerrule.ReplayReport;
import org.cleanclaim.kernel.Money;

/// One figure of a replay as a part of a whole, for a bar that is [#WIDTH] units wide.
///
/// @param tone the colour's name
/// @param width of the part; at least 2 when it is not nothing
/// @param money what the part is worth; empty when nothing is said of it
public record ReplayBar(String label, String tone, int part, int whole, int width, String money) {
  /// The length of a whole bar.
  public static final int WIDTH = 600;

  /// The bars of a replay: what the rule is about and touches, what it prevents, what it holds for
  /// nothing; and what it changes, where it changes something.
  static List<ReplayBar> of(RuleReplay replay) {
    var bars = new ArrayList<ReplayBar>();
    bars.add(
        bar("Claims that the rule is about", "#64748b", replay.inScope(), replay.claims(), ""));
    bars.addAll(of(replay.figures(), replay.claims(), replay.denials()));
    return bars;
  }

  /// The bars of a replay of tables.
  static List<ReplayBar> of(ReplayReport report) {
    return of(report.all(), report.claims(), report.denials());
  }

  private static List<ReplayBar> of(ReplayFigures figures, int claims, int denials) {
    var bars = new ArrayList<ReplayBar>();
    bars.add(bar("Claims touched", "#0b5cad", figures.touched(), claims, ""));
    bars.add(
        bar(
            "Denied lines it would have prevented",
            "#1e7b3a",
            figures.prevented(),
            denials,
            charged(figures.preventedCharge())));
    bars.add(
        bar(
            "False holds: claims held that were paid in full",
            "#b42318",
            figures.falseHolds(),
            claims,
            paid(figures.falselyHeld())));
    if (figures.changed() == 0) return bars;
    bars.add(bar("Claims changed", "#0b5cad", figures.changed(), claims, ""));
    bars.add(
        bar(
            "Denied lines that the change bears on",
            "#1e7b3a",
            figures.mended(),
            denials,
            charged(figures.mendedCharge())));
    bars.add(
        bar(
            "Changed, but paid in full as they were",
            "#b42318",
            figures.changedThoughPaid(),
            claims,
            paid(figures.paidUnchanged())));
    return bars;
  }

  private static String charged(Money amount) {
    return "$" + amount.grouped() + " charged";
  }

  private static String paid(Money amount) {
    return "$" + amount.grouped() + " paid";
  }

  private static ReplayBar bar(String label, String tone, int part, int whole, String money) {
    int width = whole == 0 ? 0 : Math.toIntExact((long) part * WIDTH / whole);
    return new ReplayBar(label, tone, part, whole, part == 0 ? 0 : Math.max(2, width), money);
  }
}

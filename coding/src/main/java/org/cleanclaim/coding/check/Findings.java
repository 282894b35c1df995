package org.cleanclaim.coding.check;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Gathers what the checks of one chart have to say.
final class Findings {
  private final ChartView view;
  private final List<Finding> found = new ArrayList<>();

  Findings(ChartView view) {
    this.view = view;
  }

  /// A finding that rests on the guidelines alone.
  void add(ChartRule rule, Listed code, String message, String remedy) {
    add(rule, rule.severity(), code.place(), message, remedy, view.guideline(rule));
  }

  /// A finding at a place of its own.
  void add(ChartRule rule, Place place, String message, String remedy) {
    add(rule, rule.severity(), place, message, remedy, view.guideline(rule));
  }

  /// A finding that rests on an entry of the Tabular List or another table.
  void add(
      ChartRule rule,
      Severity severity,
      Place place,
      String message,
      String remedy,
      Citation source) {
    add(
        new Finding(
            new RuleId(rule.id()), rule.layer(), severity, place, message, remedy, null, source));
  }

  /// A finding that is made already.
  void add(Finding finding) {
    if (!found.contains(finding)) found.add(finding);
  }

  /// All of them, hard stops first, each severity in the order of the codes.
  List<Finding> all() {
    var sorted = new ArrayList<>(found);
    sorted.sort((a, b) -> a.severity().compareTo(b.severity()));
    return List.copyOf(sorted);
  }
}

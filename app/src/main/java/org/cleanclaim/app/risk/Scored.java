package org.cleanclaim.app.risk;

import java.io.PrintStream;
import java.util.Map;

/// A member with a score and its reasons, for people and for programs.
public sealed interface Scored permits ScoredMember, RawMember, MarketMember {
  /// One line for the member and, where asked, the steps from the diagnoses to the score.
  void print(RiskReport.Detail detail, PrintStream out);

  /// The same as a tree of maps and lists.
  Map<String, Object> json();
}

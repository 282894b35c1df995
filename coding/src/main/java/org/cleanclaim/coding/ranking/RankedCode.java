package org.cleanclaim.coding.ranking;

import java.util.List;
import org.cleanclaim.coding.Evidence;

/// A billable code that a text names.
///
/// @param likelihoodPermille how likely a coder who codes every mention gives it, in thousandths
/// @param isLikely whether it belongs in a list that is to be right rather than whole
public record RankedCode(
    String code, String title, int likelihoodPermille, boolean isLikely, List<Evidence> evidence) {
  public RankedCode {
    evidence = List.copyOf(evidence);
  }
}

package org.cleanclaim.coding.check;

import java.util.List;
import org.cleanclaim.coding.Evidence;
import org.jspecify.annotations.Nullable;

/// A diagnosis code of a chart as it was entered.
///
/// @param code with or without dot, in any case
/// @param presentOnAdmission the indicator, null where none is given
/// @param evidence the words of the documents that support it
public record OrderedCode(
    String code, @Nullable String presentOnAdmission, Support support, List<Evidence> evidence) {
  public OrderedCode {
    evidence = List.copyOf(evidence);
  }

  /// What a code stands on.
  public enum Support {
    /// Words of a document.
    EVIDENCE,
    /// A reason that stands in no document.
    REASON,
    /// Neither, where one of them is asked for.
    NONE,
    /// The chart does not say what its codes stand on.
    UNTOLD
  }

  /// A code of a chart that does not say what its codes stand on.
  public static OrderedCode of(String code) {
    return new OrderedCode(code, null, Support.UNTOLD, List.of());
  }

  /// The same code with an indicator.
  public OrderedCode presentOnAdmission(@Nullable String indicator) {
    return new OrderedCode(code, indicator, support, evidence);
  }
}

package org.cleanclaim.coding.hcpcs;

import java.util.List;
import org.cleanclaim.coding.Evidence;

/// A service or supply proposed for a coder's decision.
///
/// @param units to be billed, by the dose that one unit of the code holds
/// @param confidencePercent a rule-based rank, not a measured probability
/// @param path the steps that led to the code, in words
/// @param hints what goes with it by the same record: a second line of what was discarded, the
///   modifier that says nothing was
public record ServiceSuggestion(
    String code,
    String title,
    long units,
    int confidencePercent,
    List<Evidence> evidence,
    List<String> path,
    List<String> hints) {
  public ServiceSuggestion {
    evidence = List.copyOf(evidence);
    path = List.copyOf(path);
    hints = List.copyOf(hints);
  }
}

package org.cleanclaim.coding;

import java.util.List;
import org.cleanclaim.kernel.code.CodeSystem;

/// A billable code proposed for a coder's decision.
///
/// @param confidencePercent a rule-based rank, not a measured probability: 90 assessed and billable
///   as named, 80 assessed after going down the hierarchy, 15 less outside the assessment
/// @param path the steps that led to the code
/// @param missingDetail documentation that would make the code more specific
public record Suggestion(
    CodeSystem system,
    String code,
    String title,
    int confidencePercent,
    List<Evidence> evidence,
    List<String> path,
    List<String> missingDetail) {
  public Suggestion {
    evidence = List.copyOf(evidence);
    path = List.copyOf(path);
    missingDetail = List.copyOf(missingDetail);
  }
}

package org.cleanclaim.coding;

import java.util.List;
import org.cleanclaim.kernel.code.CodeSystem;

/// A billable code proposed for a coder's decision.
///
/// @param confidencePercent how likely coders give the code: of ten suggestions with 80 eight were
///   given by the coders of the notes it was learned from. Until all suggestions of a note are
///   settled it is the rank by the rules: 90 assessed and billable as named, 80 assessed after
///   going down the hierarchy, 15 less outside the assessment
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

  /// The same code with another confidence.
  public Suggestion withConfidence(int percent) {
    return new Suggestion(system, code, title, percent, evidence, path, missingDetail);
  }
}

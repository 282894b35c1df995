package org.cleanclaim.coding;

import java.util.List;

/// What the documentation supports, what was found but not coded, and of which problems it does not
/// say with one voice which side they are on.
public record CodingProposal(
    List<Suggestion> suggestions,
    List<Mention> notCoded,
    List<SideContradiction> sideContradictions) {
  /// Nothing is supported.
  public static final CodingProposal NONE = new CodingProposal(List.of(), List.of(), List.of());

  public CodingProposal {
    suggestions = List.copyOf(suggestions);
    notCoded = List.copyOf(notCoded);
    sideContradictions = List.copyOf(sideContradictions);
  }
}

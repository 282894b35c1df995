package org.cleanclaim.coding;

import java.util.List;

/// What the documentation supports, and what was found but not coded.
public record CodingProposal(List<Suggestion> suggestions, List<Mention> notCoded) {
  public CodingProposal {
    suggestions = List.copyOf(suggestions);
    notCoded = List.copyOf(notCoded);
  }
}

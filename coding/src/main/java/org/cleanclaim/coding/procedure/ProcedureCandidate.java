package org.cleanclaim.coding.procedure;

import java.util.List;
import org.cleanclaim.coding.Evidence;

/// A procedure of the record as far as it leads towards a code; a coder decides.
///
/// @param code seven characters that the Tables allow, or those that are documented
/// @param confidencePercent a rule-based rank, not a measured probability
/// @param named where the record names the procedure
/// @param undocumented what the record does not say, with what the Tables offer
/// @param path the steps in words
public record ProcedureCandidate(
    String code,
    int confidencePercent,
    Evidence named,
    List<CharacterChoice> characters,
    List<String> undocumented,
    List<String> path) {
  private static final int LENGTH = 7;

  public ProcedureCandidate {
    characters = List.copyOf(characters);
    undocumented = List.copyOf(undocumented);
    path = List.copyOf(path);
  }

  /// Whether all characters are there.
  public boolean isComplete() {
    return code.length() == LENGTH;
  }

  /// The meanings of its characters from the third on.
  public String words() {
    return String.join(", ", characters.stream().skip(2).map(CharacterChoice::meaning).toList());
  }
}

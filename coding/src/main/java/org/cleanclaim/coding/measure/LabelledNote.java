package org.cleanclaim.coding.measure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.coding.ranking.Original;

/// A note with the codes that a coder gave it.
///
/// @param codes without dots
/// @param lines by code the lines of the text that support it, from 1; empty where the set does not
///   say
/// @param original what the coders read and marked, where the text is a translation
/// @param split the part of the set to which its makers gave it: `train`, `dev`, `test`; empty
///   where they did not
public record LabelledNote(
    String id,
    String text,
    List<String> codes,
    Map<String, Set<Integer>> lines,
    String split,
    Original original) {
  public LabelledNote {
    codes = List.copyOf(codes);
    lines = Map.copyOf(lines);
  }
}

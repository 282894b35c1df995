package org.cleanclaim.coding.specificity;

import java.util.Set;

/// Words of the index that mean nothing by themselves in a note.
public final class GeneralWords {
  private static final Set<String> WORDS =
      Set.of(
          "encounter",
          "counseling",
          "screening",
          "injury",
          "pain",
          "examination",
          "exam",
          "test",
          "mammogram",
          "visit",
          "pregnancy",
          "problem",
          "disease",
          "disorder",
          "syndrome",
          "infection",
          "fracture",
          "wound",
          "allergy",
          "observation",
          "surveillance",
          "aftercare",
          "removal",
          "status",
          "history",
          "fall",
          "lifting",
          "knife");

  private GeneralWords() {}

  public static boolean isTooGeneral(String phrase) {
    return WORDS.contains(phrase.strip().toLowerCase(java.util.Locale.ROOT));
  }
}

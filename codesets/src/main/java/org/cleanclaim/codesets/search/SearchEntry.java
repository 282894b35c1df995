package org.cleanclaim.codesets.search;

import java.util.List;

/// A code with all the words that lead to it.
///
/// @param code without dot
/// @param billable valid for submission
/// @param title its title
/// @param category the heading to group by: of ICD-10-CM the first three characters, of ICD-10-PCS
///   the table
/// @param chapter the chapter's number or section's character, for filters; empty where there is
///   none
/// @param phrases other words for it, without the title
public record SearchEntry(
    String code,
    boolean billable,
    String title,
    String category,
    String chapter,
    List<Phrase> phrases) {
  public SearchEntry {
    phrases = List.copyOf(phrases);
  }

  /// Words that lead to the code and where they stand.
  ///
  /// @param text the whole path of an index term in reading order: `Diabetes, type 2, with
  ///   neuropathy`
  public record Phrase(Origin origin, String text) {}

  /// Where words come from; the result says so.
  public enum Origin {
    TITLE,
    SHORT_TITLE,
    INCLUSION_TERM,
    INDEX,
    EXTERNAL_CAUSE_INDEX,
    NEOPLASM_TABLE,
    DRUG_TABLE,
    DEFINITION
  }
}

package org.cleanclaim.codesets.search;

/// What a coder typed and what may be shown.
///
/// @param text words, stems, abbreviations or a piece of a code; anything is allowed, however long
/// @param limit the most codes wanted; less than one gives none
public record SearchRequest(String text, int limit, SearchFilter filter) {
  /// Searches all codes.
  public static SearchRequest of(String text, int limit) {
    return new SearchRequest(text, limit, SearchFilter.NONE);
  }

  /// Searches only codes that may be sent on a claim.
  public static SearchRequest billable(String text, int limit) {
    return new SearchRequest(text, limit, SearchFilter.BILLABLE);
  }
}

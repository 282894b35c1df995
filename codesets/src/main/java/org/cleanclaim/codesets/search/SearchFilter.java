package org.cleanclaim.codesets.search;

import org.jspecify.annotations.Nullable;

/// Which codes a search may return.
///
/// @param chapter only codes of this chapter, as [SearchEntry#chapter()] names it; null for all
public record SearchFilter(Validity validity, @Nullable String chapter) {
  public static final SearchFilter NONE = new SearchFilter(Validity.ANY, null);
  public static final SearchFilter BILLABLE = new SearchFilter(Validity.BILLABLE, null);

  /// Whether headings are wanted next to codes valid for submission.
  public enum Validity {
    ANY,
    BILLABLE
  }
}

package org.cleanclaim.codesets.search;

import org.cleanclaim.codesets.search.SearchEntry.Origin;

/// Says in a few words where a match stands.
final class Reasons {
  private Reasons() {}

  static String of(Origin origin, String text) {
    return switch (origin) {
      case TITLE -> "title";
      case SHORT_TITLE -> "short title";
      case INCLUSION_TERM -> "inclusion term: " + text;
      case INDEX -> "index: " + text;
      case EXTERNAL_CAUSE_INDEX -> "external cause index: " + text;
      case NEOPLASM_TABLE -> "neoplasm table: " + text;
      case DRUG_TABLE -> "drug table: " + text;
      case DEFINITION -> "definition: " + text;
    };
  }
}

package org.cleanclaim.coding.query;

import java.util.List;

/// Beginnings of queries. None offers a diagnosis: what goes into the options is for the coder to
/// take from the record.
public enum QueryTemplate {
  OPEN(
      "Clarification",
      "The record says what is quoted below. What is your clinical judgment of it?",
      QueryKind.OPEN,
      List.of()),
  MORE_DETAIL(
      "Detail of a documented condition",
      "The record says what is quoted below. If you can, state in your own words any further detail"
          + " of the condition, such as type, site, side, acuity, stage or cause.",
      QueryKind.OPEN,
      List.of()),
  CLINICAL_MEANING(
      "Meaning of findings",
      "Is there a condition that goes with the findings quoted below? State what your clinical"
          + " judgment is.",
      QueryKind.OPEN,
      List.of()),
  CHOICE(
      "Clarification of findings",
      "Which of these, if any, describes the patient's condition at this visit in your clinical"
          + " judgment?",
      QueryKind.MULTIPLE_CHOICE,
      List.of(QueryOption.OTHER, QueryOption.UNDETERMINED)),
  YES_NO(
      "Clarification of a documented condition",
      "",
      QueryKind.YES_NO,
      List.of(QueryOption.YES, QueryOption.NO, QueryOption.OTHER, QueryOption.UNDETERMINED));

  private final String subject;
  private final String question;
  private final QueryKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<QueryOption> options;

  QueryTemplate(String subject, String question, QueryKind kind, List<QueryOption> options) {
    this.subject = subject;
    this.question = question;
    this.kind = kind;
    this.options = options;
  }

  /// A query with this beginning that quotes the indicators.
  public QueryText quoting(List<QueryIndicator> indicators) {
    return new QueryText(kind, null, subject, question, options, indicators);
  }

  /// The beginning for a suggestion: more detail where the engine says that detail is missing.
  /// Neither the code nor its title goes into it.
  public static QueryTemplate forSuggestion(List<String> missingDetail) {
    return missingDetail.isEmpty() ? OPEN : MORE_DETAIL;
  }
}

package org.cleanclaim.app.codingqueue;

/// In which order the charts of a queue come.
public enum QueueOrder {
  OLDEST_SERVICE("the oldest service first", "served_on, encounter_id"),
  NEWEST_SERVICE("the latest service first", "served_on desc, encounter_id desc"),
  HIGHEST_CHARGE("the highest charge first", "charges desc nulls last, served_on, encounter_id"),
  /// Reopened charts and late documents, then stays, then by age.
  URGENT_FIRST(
      "reopened and late documents first, then stays, then the oldest",
      "status <> 'REOPENED', late = 0, setting <> 'INPATIENT', served_on, encounter_id");

  private final String inWords;
  private final String sql;

  QueueOrder(String inWords, String sql) {
    this.inWords = inWords;
    this.sql = sql;
  }

  public String inWords() {
    return inWords;
  }

  String sql() {
    return sql;
  }
}

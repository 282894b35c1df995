package org.cleanclaim.coding.query;

/// The form in which a query asks.
public enum QueryKind {
  /// The provider answers in words of their own.
  OPEN("open"),
  /// The provider chooses among conditions that the record supports, or says something else.
  MULTIPLE_CHOICE("multiple choice"),
  /// The provider says yes or no. Allowed for few purposes only ([YesNoPurpose]).
  YES_NO("yes or no");

  private final String title;

  QueryKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

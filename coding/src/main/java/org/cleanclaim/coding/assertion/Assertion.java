package org.cleanclaim.coding.assertion;

/// What the author says about a condition.
public enum Assertion {
  AFFIRMED("documented"),
  NEGATED("negated"),
  RESOLVED("resolved"),
  UNCERTAIN("uncertain diagnosis"),
  PAST("past history only"),
  FAMILY("family history"),
  HYPOTHETICAL("not a present condition");

  private final String inWords;

  Assertion(String inWords) {
    this.inWords = inWords;
  }

  /// Whether the condition is said not to be there now.
  public boolean isAbsent() {
    return this == NEGATED || this == RESOLVED;
  }

  public String inWords() {
    return inWords;
  }
}

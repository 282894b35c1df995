package org.cleanclaim.coding.assertion;

/// What the author says about a condition.
public enum Assertion {
  AFFIRMED("documented"),
  NEGATED("negated"),
  RESOLVED("resolved"),
  UNCERTAIN("uncertain diagnosis"),
  PAST("past history only"),
  FAMILY("family history"),
  ANOTHER("another person's condition"),
  HYPOTHETICAL("not a present condition"),
  NAMING("only names a test, a vaccine or a service");

  private final String inWords;

  Assertion(String inWords) {
    this.inWords = inWords;
  }

  /// Whether the condition is said not to be there now.
  public boolean isAbsent() {
    return this == NEGATED || this == RESOLVED;
  }

  /// What it comes to for a code: an abnormal finding has the name of its test, and an encounter
  /// for a test or vaccine names what it is for.
  public Assertion of(String code) {
    boolean isOfTests = code.startsWith("Z") || code.matches("R[789].*");
    return this == NAMING && isOfTests ? AFFIRMED : this;
  }

  public String inWords() {
    return inWords;
  }
}

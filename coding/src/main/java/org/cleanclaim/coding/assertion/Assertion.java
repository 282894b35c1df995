package org.cleanclaim.coding.assertion;

/// What the author says about a condition.
public enum Assertion {
  AFFIRMED("documented"),
  NEGATED("negated"),
  UNCERTAIN("uncertain diagnosis"),
  PAST("past history only"),
  FAMILY("family history"),
  HYPOTHETICAL("not a present condition");

  private final String inWords;

  Assertion(String inWords) {
    this.inWords = inWords;
  }

  public String inWords() {
    return inWords;
  }
}

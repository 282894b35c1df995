package org.cleanclaim.coding.statement;

/// What the author says about a service. Only what was done is reported.
public enum ActStatus {
  DONE("documented as done"),
  PLANNED("planned, ordered or taken at home"),
  NOT_DONE("declined, withheld or not done"),
  EARLIER("done before, or elsewhere"),
  UNCLEAR("not said to be done");

  private final String inWords;

  ActStatus(String inWords) {
    this.inWords = inWords;
  }

  public String inWords() {
    return inWords;
  }
}

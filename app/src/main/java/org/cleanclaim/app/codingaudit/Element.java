package org.cleanclaim.app.codingaudit;

/// What accuracy is counted for.
public enum Element {
  PRINCIPAL("Principal or first-listed diagnosis"),
  SECONDARY("Secondary diagnoses"),
  PROCEDURE("Procedures"),
  MODIFIER("Modifiers"),
  POA("Present on admission");

  private final String title;

  Element(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

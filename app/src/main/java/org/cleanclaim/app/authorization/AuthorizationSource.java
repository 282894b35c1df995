package org.cleanclaim.app.authorization;

/// How the payer's word reached the practice.
public enum AuthorizationSource {
  PHONE("Phone"),
  PORTAL("Payer's portal"),
  LETTER("Letter or fax"),
  X12_278("278");

  private final String title;

  AuthorizationSource(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

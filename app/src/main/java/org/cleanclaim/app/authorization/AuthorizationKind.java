package org.cleanclaim.app.authorization;

/// What the payer gave.
public enum AuthorizationKind {
  /// Goes out as REF G1.
  PRIOR_AUTHORIZATION("Prior authorization"),
  /// Goes out as REF 9F.
  REFERRAL("Referral");

  private final String title;

  AuthorizationKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

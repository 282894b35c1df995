package org.cleanclaim.app.authorization;

/// Where a request stands.
public enum AuthorizationStatus {
  REQUESTED("Requested"),
  APPROVED("Approved"),
  PARTIAL("Approved in part"),
  DENIED("Denied"),
  EXPIRED("Expired"),
  CANCELLED("Cancelled");

  private final String title;

  AuthorizationStatus(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Whether claims may go out under it.
  public boolean isGiven() {
    return this == APPROVED || this == PARTIAL;
  }
}

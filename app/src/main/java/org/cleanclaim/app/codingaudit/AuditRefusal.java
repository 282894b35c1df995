package org.cleanclaim.app.codingaudit;

/// An audit cannot take this step; the message says why and what helps.
public final class AuditRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public AuditRefusal(String message) {
    super(message);
  }
}

package org.cleanclaim.app.authorization;

/// What was asked for is not possible; the message says why and what to do.
public final class AuthorizationRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public AuthorizationRefusal(String sentence) {
    super(sentence);
  }
}

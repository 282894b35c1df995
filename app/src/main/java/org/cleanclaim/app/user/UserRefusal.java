package org.cleanclaim.app.user;

/// A change of users that is not made, in a sentence with what to do.
public final class UserRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UserRefusal(String message) {
    super(message);
  }
}

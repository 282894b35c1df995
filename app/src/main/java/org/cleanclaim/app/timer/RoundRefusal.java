package org.cleanclaim.app.timer;

/// A setting that cannot be; the message says what can.
public final class RoundRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RoundRefusal(String message) {
    super(message);
  }
}

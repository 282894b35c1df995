package org.cleanclaim.app.staff;

/// What was asked for is not possible; the message says why and what to do.
public final class StaffRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public StaffRefusal(String sentence) {
    super(sentence);
  }
}

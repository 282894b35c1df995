package org.cleanclaim.app.deadline;

/// What was asked for is not possible; the message says why and what to do.
public final class DeadlineRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public DeadlineRefusal(String sentence) {
    super(sentence);
  }
}

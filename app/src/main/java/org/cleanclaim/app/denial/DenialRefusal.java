package org.cleanclaim.app.denial;

/// What was asked for about a denial is not possible; the message says why and what to do.
public final class DenialRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public DenialRefusal(String sentence) {
    super(sentence);
  }
}

package org.cleanclaim.app.claim;

/// A claim cannot be corrected as asked; the message says why and what to do.
public final class CorrectionRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public CorrectionRefusal(String sentence) {
    super(sentence);
  }
}

package org.cleanclaim.app.paper;

/// A claim cannot be printed as asked, or an offset cannot be kept; the message says why and what
/// to do.
public final class PaperRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public PaperRefusal(String sentence) {
    super(sentence);
  }
}

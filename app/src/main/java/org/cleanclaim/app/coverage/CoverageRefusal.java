package org.cleanclaim.app.coverage;

/// Something that was asked about policies and is not done; the message says why and what to do.
public final class CoverageRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  CoverageRefusal(String message) {
    super(message);
  }
}

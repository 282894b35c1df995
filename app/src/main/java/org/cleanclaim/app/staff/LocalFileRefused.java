package org.cleanclaim.app.staff;

/// A file was asked for by somebody who may take none out of the program; the attempt is on the
/// audit trail.
public final class LocalFileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalFileRefused() {
    super(
        "Your remote-work setting gives out no files: no exports, no downloads. An administrator"
            + " can change it.");
  }
}

package org.cleanclaim.app.contract;

/// Something that was asked of the payer directory and is not done; the message says why.
public final class DirectoryRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  DirectoryRefusal(String message) {
    super(message);
  }
}

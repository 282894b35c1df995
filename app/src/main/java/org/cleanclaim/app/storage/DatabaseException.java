package org.cleanclaim.app.storage;

import org.jspecify.annotations.Nullable;

/// The database cannot be used; the message is a sentence for the person at the keyboard, with the
/// remedy.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package org.cleanclaim.postgres;

import org.jspecify.annotations.Nullable;

/// The bundled database cannot run; the message is a sentence for the person at the keyboard, with
/// the remedy.
public final class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresException(String message) {
    super(message);
  }

  PostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

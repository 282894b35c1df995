package org.cleanclaim.app.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The receiver certainly has not got what was to be sent: no server was reached, or it refused it.
final class NotTaken extends IOException {
  private static final long serialVersionUID = 1L;

  NotTaken(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

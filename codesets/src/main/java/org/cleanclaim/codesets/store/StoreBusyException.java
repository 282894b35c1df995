package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.file.Path;

/// Another process is installing into the same folder.
public final class StoreBusyException extends IOException {
  private static final long serialVersionUID = 1L;

  StoreBusyException(Path folder) {
    super("Another install into " + folder + " is running. Wait until it has ended.");
  }
}

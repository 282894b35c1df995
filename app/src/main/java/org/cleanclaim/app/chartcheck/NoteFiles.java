package org.cleanclaim.app.chartcheck;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where the notes lie that a file of charts names.
@FunctionalInterface
public interface NoteFiles {
  /// The bytes of a note; null where no note may be read or none has that name.
  byte @Nullable [] bytes(String name) throws IOException;

  /// Notes are not read.
  static NoteFiles none() {
    return name -> null;
  }
}

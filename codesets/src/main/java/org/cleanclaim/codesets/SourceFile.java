package org.cleanclaim.codesets;

import java.io.IOException;
import java.io.InputStream;

/// A publisher's file about to be loaded, wherever it lies.
public interface SourceFile {
  /// The file's name, for recognition and messages.
  String name();

  /// Opens the file from its beginning; may be called several times.
  InputStream open() throws IOException;
}

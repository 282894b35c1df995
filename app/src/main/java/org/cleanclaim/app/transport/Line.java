package org.cleanclaim.app.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// A connection that is open. A file is uploaded where the receiver does not look, and then
/// released in one step, so that no receiver ever reads half a file.
public interface Line extends Closeable {

  /// Where a file lies that had been uploaded before.
  enum Place {
    /// Uploaded, not released: the receiver cannot have seen it.
    UPLOADED,
    /// Released and still there.
    RELEASED,
    /// Neither: the receiver has taken it.
    TAKEN
  }

  /// Puts the whole file where the receiver does not look; what lay there under its name goes.
  void upload(String name, byte[] bytes) throws IOException;

  /// Lets the receiver see an uploaded file.
  ///
  /// @throws NotTaken when the receiver certainly has not got it by this
  void release(String name, byte[] bytes) throws IOException;

  /// Where a file is whose upload was whole.
  Place place(String name) throws IOException;

  /// Names of the files that the receiver has left for us, in the order of their names.
  List<String> waiting() throws IOException;

  byte[] fetch(String name) throws IOException;

  /// The file has been archived here and worked: it is moved into the folder `done`.
  void done(String name) throws IOException;
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;

/// Ends the reading of a file that cannot be placed; [PublisherFiles] turns it into a result.
final class UnknownFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  UnknownFile(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  ReadResult.Unknown result(String file) {
    return new ReadResult.Unknown(file, String.valueOf(getMessage()), remedy);
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;

/// Ends the reading of a file that is damaged; [PublisherFiles] turns it into a refusal.
final class DamagedFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String remedy;

  DamagedFile(long line, String reason) {
    this(line, reason, "Download the file again from the publisher and compare its size.");
  }

  DamagedFile(long line, String reason, String remedy) {
    super(reason);
    this.line = (int) Math.max(1, line);
    this.remedy = remedy;
  }

  ReadResult.Refused refusal(String file) {
    return new ReadResult.Refused(file, line, String.valueOf(getMessage()), remedy);
  }
}

package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.kernel.Finding;

/// What came of writing a file: one that follows its guide, or what it lacks. For claims see
/// [ClaimsWritten], which names the claim.
public sealed interface Written {

  /// A file that its receiver can open and take.
  @SuppressWarnings("ArrayRecordComponent") // a file, never compared
  record Complete(byte[] bytes) implements Written {}

  /// No file: a record lacks something that the guide requires.
  record Refused(List<Finding> findings) implements Written {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}

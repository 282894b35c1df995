package org.cleanclaim.x12;

import java.util.List;
import java.util.Map;

/// What came of writing claims: a file that follows its guide, or the reasons for which there is
/// none.
public sealed interface ClaimsWritten {

  /// A file that its receiver can open and take.
  @SuppressWarnings("ArrayRecordComponent") // a file, never compared
  record Written(byte[] bytes) implements ClaimsWritten {}

  /// No file: these claims lack something that the guide requires.
  ///
  /// @param errorsByClaim sentences for each claim number
  record Refused(Map<String, List<String>> errorsByClaim) implements ClaimsWritten {
    public Refused {
      errorsByClaim = Map.copyOf(errorsByClaim);
    }
  }
}

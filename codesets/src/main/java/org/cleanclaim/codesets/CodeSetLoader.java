package org.cleanclaim.codesets;

import java.io.IOException;
import org.cleanclaim.kernel.EffectivePeriod;

/// Reads one publisher's layout into a version of a code system.
public interface CodeSetLoader {
  /// Whether the first lines of the file look like this layout.
  boolean recognizes(SourceFile file) throws IOException;

  /// Loads the whole file or refuses it whole.
  ///
  /// @param period days of service for which the release holds
  LoadResult load(SourceFile file, EffectivePeriod period) throws IOException;
}

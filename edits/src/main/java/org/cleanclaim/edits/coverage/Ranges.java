package org.cleanclaim.edits.coverage;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.edits.CoveragePolicy.DiagnosisRange;
import org.cleanclaim.edits.DiagnosisList;

/// Diagnoses as a person lists them: `E08-E13 R73.03`.
final class Ranges {
  private Ranges() {}

  static DiagnosisList of(String words) {
    var ranges = new ArrayList<DiagnosisRange>();
    for (String word : List.of(words.replace(".", "").strip().split("[ ;]+"))) {
      if (word.isEmpty()) continue;
      int dash = word.indexOf('-');
      ranges.add(
          dash < 0
              ? DiagnosisRange.of(word)
              : new DiagnosisRange(word.substring(0, dash), word.substring(dash + 1)));
    }
    return DiagnosisList.of(ranges);
  }
}

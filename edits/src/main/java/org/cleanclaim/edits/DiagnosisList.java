package org.cleanclaim.edits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The diagnoses that a coverage policy names, asked by code. Lists of thousands of codes are asked
/// as fast as short ones.
public final class DiagnosisList {
  /// Names none.
  public static final DiagnosisList NONE = of(List.of());

  private static final int SHORTEST = 3;

  private final Set<String> codes;
  private final List<CoveragePolicy.DiagnosisRange> spans;

  private DiagnosisList(Set<String> codes, List<CoveragePolicy.DiagnosisRange> spans) {
    this.codes = codes;
    this.spans = spans;
  }

  /// These codes and ranges, each with all codes below it.
  public static DiagnosisList of(Collection<CoveragePolicy.DiagnosisRange> ranges) {
    var codes = new HashSet<String>();
    var spans = new ArrayList<CoveragePolicy.DiagnosisRange>();
    for (var range : ranges) {
      if (range.first().equals(range.last())) codes.add(range.first());
      else spans.add(range);
    }
    return new DiagnosisList(Set.copyOf(codes), List.copyOf(spans));
  }

  /// Whether it names no diagnosis at all.
  public boolean isEmpty() {
    return codes.isEmpty() && spans.isEmpty();
  }

  /// Whether a code, or one above it, is named.
  ///
  /// @param code without dot
  public boolean contains(String code) {
    for (int end = SHORTEST; end <= code.length(); end++) {
      if (codes.contains(code.substring(0, end))) return true;
    }
    for (var span : spans) {
      if (span.contains(code)) return true;
    }
    return false;
  }
}

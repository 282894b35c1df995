package org.cleanclaim.codesets;

import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;

/// One release of one code system, for example ICD-10-CM FY2026.
///
/// @param codes by code without dot, in publication order
/// @param source publisher and file, shown on screen
/// @param starter true for the small built-in tables that stand in until official files are
///   installed
public record CodeSystemVersion(
    CodeSystem system,
    String name,
    EffectivePeriod period,
    Map<String, CodeEntry> codes,
    List<IndexTerm> index,
    String source,
    boolean starter) {
  public CodeSystemVersion {
    index = List.copyOf(index);
  }
}

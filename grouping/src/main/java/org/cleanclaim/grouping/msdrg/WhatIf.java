package org.cleanclaim.grouping.msdrg;

import java.util.List;
import java.util.stream.IntStream;

/// What a stay would group to if another of its diagnoses were principal. Which one is principal
/// follows from the record and the Official Guidelines, section II; this only shows what hangs on
/// it.
public final class WhatIf {
  private WhatIf() {}

  /// The result with another principal diagnosis.
  public record Trial(String principal, DrgResult result) {}

  /// Tries each secondary diagnosis as principal, in their order.
  public static List<Trial> eachPrincipal(MsDrgGrouper grouper, Stay stay, GrouperVersion version) {
    return IntStream.range(0, stay.secondaries().size())
        .mapToObj(i ->
            new Trial(
                stay.secondaries().get(i).code(),
                grouper.group(stay.withPrincipal(i), version).last()))
        .toList();
  }
}

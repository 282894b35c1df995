package org.cleanclaim.pricing.asc;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A line of a surgical center's claim as billed.
///
/// @param number of the line on the claim, from 1
/// @param charge for all units; null if not told, then it limits nothing
/// @param limit of units, null if none is known
public record SurgeryLine(
    int number,
    String code,
    List<String> modifiers,
    int units,
    @Nullable Money charge,
    @Nullable UnitLimit limit) {
  public SurgeryLine {
    modifiers = List.copyOf(modifiers);
  }
}

package org.cleanclaim.pricing.physician;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A professional service as billed.
///
/// @param number of the line on the claim, from 1
/// @param placeOfService two digits
/// @param charge for all units; null if not told, then it limits nothing
/// @param daysAfter days of care after an operation, with modifier 55; null if all
public record ServiceLine(
    int number,
    String code,
    List<String> modifiers,
    int units,
    String placeOfService,
    @Nullable Money charge,
    @Nullable Integer daysAfter) {
  public ServiceLine {
    modifiers = List.copyOf(modifiers);
  }
}

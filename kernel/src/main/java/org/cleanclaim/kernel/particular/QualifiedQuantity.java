package org.cleanclaim.kernel.particular;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A quantity with the code of what is counted.
///
/// @param qualifier QTY01 or MEA02, or for quantities of MIA and MOA the element's name such as
///   `MIA01`
/// @param basis MEA01, null for QTY
/// @param unit QTY03 or MEA04, when sent
public record QualifiedQuantity(
    String qualifier, BigDecimal quantity, @Nullable String basis, @Nullable String unit) {}

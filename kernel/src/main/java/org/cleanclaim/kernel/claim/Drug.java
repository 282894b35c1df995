package org.cleanclaim.kernel.claim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The drug behind a line (LIN, CTP): the 11-digit NDC, how much, in which unit (UN, ML, GR, F2,
/// ME).
public record Drug(String ndc, @Nullable BigDecimal quantity, @Nullable String unit) {}

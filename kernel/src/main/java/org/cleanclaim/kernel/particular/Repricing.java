package org.cleanclaim.kernel.particular;

import java.math.BigDecimal;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a repricer says a claim or line is worth under its contract (HCP).
///
/// @param method HCP01
/// @param allowed HCP02
/// @param savings HCP03
/// @param organization HCP04, who repriced
/// @param rate HCP05
/// @param groupCode HCP06, ambulatory patient group or DRG
/// @param groupAmount HCP07
/// @param revenueCode HCP08
/// @param procedureList HCP09
/// @param procedure HCP10
/// @param unitKind HCP11
/// @param count HCP12
/// @param rejection HCP13
/// @param compliance HCP14
/// @param exception HCP15
public record Repricing(
    String method,
    @Nullable Money allowed,
    @Nullable Money savings,
    @Nullable String organization,
    @Nullable BigDecimal rate,
    @Nullable String groupCode,
    @Nullable Money groupAmount,
    @Nullable String revenueCode,
    @Nullable String procedureList,
    @Nullable String procedure,
    @Nullable String unitKind,
    @Nullable BigDecimal count,
    @Nullable String rejection,
    @Nullable String compliance,
    @Nullable String exception) {}

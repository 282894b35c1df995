package org.cleanclaim.coding.visit;

import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// The codes of one kind of visit that the documentation supports.
///
/// @param why the visit is taken to be of this kind
/// @param byDecision null where no problem addressed is documented
/// @param byTime null where no time is documented, it is below the first code, or the kind has none
public record VisitRange(
    VisitSetting setting,
    String why,
    @Nullable ProcedureCode byDecision,
    @Nullable ProcedureCode byTime) {}

package org.cleanclaim.app.insight;

import java.math.BigDecimal;
import org.cleanclaim.app.staff.WorkType;
import org.jspecify.annotations.Nullable;

/// What the staffing model is to take in place of what is recorded, for one type of work. Null
/// takes what is recorded.
///
/// @param cameIn units that come in during a month
/// @param waiting units that wait
/// @param minutesPerUnit working minutes that one unit takes
public record WorkAssumption(
    WorkType type,
    @Nullable BigDecimal cameIn,
    @Nullable BigDecimal waiting,
    @Nullable BigDecimal minutesPerUnit) {}

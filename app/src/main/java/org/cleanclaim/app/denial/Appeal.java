package org.cleanclaim.app.denial;

import java.time.LocalDate;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An appeal of a case at one level.
///
/// @param sentByWay how it went: portal, mail, fax
/// @param outcome won, part won or lost; null while the payer has not decided
public record Appeal(
    int level,
    String title,
    AppealLetter letter,
    @Nullable LocalDate sentOn,
    @Nullable String sentByWay,
    @Nullable String tracking,
    @Nullable LocalDate decidedOn,
    @Nullable Status outcome,
    @Nullable Money recovered) {}

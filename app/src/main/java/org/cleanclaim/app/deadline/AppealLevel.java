package org.cleanclaim.app.deadline;

import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One level of a payer's appeals.
///
/// @param number 1 for the first
/// @param filing how long one has, from the decision that is appealed
/// @param decision how long the payer has, from the filing; null when nothing says so
/// @param leastAmount least amount in controversy; zero for none
public record AppealLevel(
    int number, String title, ClockRule filing, @Nullable ClockRule decision, Money leastAmount) {}

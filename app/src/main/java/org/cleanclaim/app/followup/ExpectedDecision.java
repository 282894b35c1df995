package org.cleanclaim.app.followup;

import java.time.LocalDate;

/// By when a payer has decided on a claim as a rule, counted from the day on which it was sent
/// last.
///
/// @param usualDays in which nine of ten claims of this payer come so far
/// @param habit what those days rest on
public record ExpectedDecision(LocalDate by, int usualDays, Habit habit) {}

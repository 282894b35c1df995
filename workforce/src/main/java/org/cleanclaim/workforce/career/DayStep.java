package org.cleanclaim.workforce.career;

/// A part of somebody's working day.
public record DayStep(Role role, int step, String text, String source) {}

package org.cleanclaim.app.deadline;

import java.time.LocalDate;

/// A running clock was computed again and is due on another day.
public record ClockMoved(ClockKind kind, String subject, int step, LocalDate dueOn) {}

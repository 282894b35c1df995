package org.cleanclaim.app.denial;

import java.time.Instant;

/// What happened to a case.
public record CaseEvent(Instant happenedAt, String actor, String what, String why) {}

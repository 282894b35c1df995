package org.cleanclaim.app.chart;

import java.time.Instant;

/// Who has a chart open, since when and until when nobody else may change it.
public record ChartLock(String holder, Instant since, Instant expiresAt) {}

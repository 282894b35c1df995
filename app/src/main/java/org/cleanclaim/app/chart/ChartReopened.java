package org.cleanclaim.app.chart;

/// A final chart is open again: its codes may change.
public record ChartReopened(long organizationId, long encounterId) {}

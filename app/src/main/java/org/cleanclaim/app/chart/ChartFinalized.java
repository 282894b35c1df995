package org.cleanclaim.app.chart;

/// A coder has finalized the codes of an encounter.
public record ChartFinalized(long organizationId, long encounterId) {}

package org.cleanclaim.app.chart;

/// Somebody else has the chart open.
public final class ChartLocked extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ChartLocked(ChartLock lock) {
    super(
        "%s has had this chart open since %s. It is free at %s at the latest; a lead can give it to somebody else."
            .formatted(lock.holder(), lock.since(), lock.expiresAt()));
  }
}

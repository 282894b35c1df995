package org.cleanclaim.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Somebody else has the chart open.
public final class ChartLocked extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.US);

  /// @param zone of the practice
  ChartLocked(ChartLock lock, ZoneId zone) {
    super(
        "%s has had this chart open since %s. It is free at %s at the latest; a lead can give it to somebody else."
            .formatted(
                lock.holder(), inWords(lock.since(), zone), inWords(lock.expiresAt(), zone)));
  }

  private static String inWords(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }
}

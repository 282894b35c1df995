package org.cleanclaim.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/// A clock on which each look costs the same time, so that invented work takes some.
final class PassingClock extends Clock {
  private static final Duration STEP = Duration.ofSeconds(40);

  private final Instant from;
  private final ZoneId zone;
  private final AtomicLong looks;

  PassingClock(Instant from, ZoneId zone) {
    this(from, zone, new AtomicLong());
  }

  private PassingClock(Instant from, ZoneId zone, AtomicLong looks) {
    this.from = from;
    this.zone = zone;
    this.looks = looks;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new PassingClock(from, other, looks);
  }

  @Override
  public Instant instant() {
    return from.plus(STEP.multipliedBy(looks.getAndIncrement()));
  }
}

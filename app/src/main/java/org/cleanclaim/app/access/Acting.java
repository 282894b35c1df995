package org.cleanclaim.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Binds the [Actor], and where needed the time, to the work done inside. Each database transaction
/// begun inside sees the actor's organization and no other.
public final class Acting {
  private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();
  private static final ScopedValue<Clock> CLOCK = ScopedValue.newInstance();

  private Acting() {}

  public static <R, X extends Throwable> R as(Actor actor, ScopedValue.CallableOp<R, X> work)
      throws X {
    return ScopedValue.where(ACTOR, actor).call(work);
  }

  /// Does the work as if at another time, for a demo month or a test.
  public static <R, X extends Throwable> R as(
      Actor actor, Clock clock, ScopedValue.CallableOp<R, X> work) throws X {
    return ScopedValue.where(ACTOR, actor).where(CLOCK, clock).call(work);
  }

  /// The work for another thread, with the actor and the time of this one.
  public static <R, X extends Throwable> ScopedValue.CallableOp<R, X> carried(
      ScopedValue.CallableOp<R, X> work) {
    var actor = actor();
    if (!CLOCK.isBound()) return () -> as(actor, work);
    var clock = CLOCK.get();
    return () -> as(actor, clock, work);
  }

  public static Optional<Actor> current() {
    return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
  }

  /// The actor; work that touches an organization's records is never done without one.
  public static Actor actor() {
    return current().orElseThrow(() -> new IllegalStateException("no actor is bound to this work"));
  }

  /// A clock that follows the time bound to the work, and the system's elsewhere.
  public static Clock clock() {
    return new WorkClock(null);
  }

  private static final class WorkClock extends Clock {
    private final @Nullable ZoneId zone;

    /// @param zone null for that of the time bound to the work
    WorkClock(@Nullable ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      if (zone != null) return zone;
      return CLOCK.isBound() ? CLOCK.get().getZone() : ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new WorkClock(other);
    }

    @Override
    public Instant instant() {
      return CLOCK.isBound() ? CLOCK.get().instant() : Instant.now();
    }
  }
}

package org.cleanclaim.app.deadline;

import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;

/// Whose clocks somebody sees and stops. Who sees claims sees all; the front desk, which does not,
/// sees those that are its own: estimates to give, authorizations that end or are not answered.
public final class OwnClocks {
  /// The owner of the front desk's clocks.
  public static final String OF_FRONT_DESK = Role.FRONT_DESK.name();

  private OwnClocks() {}

  public static boolean seesAll() {
    return Acting.actor().may(Permission.SEE_CLAIM);
  }

  /// A list's filter, as far as the actor sees clocks.
  public static DeadlineFilter seen(DeadlineFilter filter) {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.KEEP_AUTHORIZATION);
    return seesAll() ? filter : filter.ownedBy(OF_FRONT_DESK);
  }

  /// The same clock, when the actor sees it.
  public static Clock seen(Clock clock) {
    if (!isOfActorsDesk(clock)) AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return clock;
  }

  /// Throws unless the actor may stop a clock, let it rest or give it to somebody.
  public static void requireWork(Clock clock) {
    if (!isOfActorsDesk(clock)) {
      AccessDeniedForActor.unlessEither(Permission.WORK_DENIAL, Permission.WORK_CLAIM);
    }
  }

  /// Whether the actor may do so.
  public static boolean mayWork(Clock clock) {
    var actor = Acting.actor();
    return isOfActorsDesk(clock)
        || actor.may(Permission.WORK_DENIAL)
        || actor.may(Permission.WORK_CLAIM);
  }

  private static boolean isOfActorsDesk(Clock clock) {
    return clock.owner().equals(OF_FRONT_DESK) && Acting.actor().may(Permission.KEEP_AUTHORIZATION);
  }
}

package org.cleanclaim.app.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Work of a user that leaves nothing behind.
final class Undone {
  static final DemoServer SERVER = DemoServer.shared();

  private Undone() {}

  static void as(String user, Role role, Runnable work) {
    Acting.as(
        actor(user, role),
        () ->
            new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }

  /// Goes on as somebody else inside the same transaction.
  static <T> T then(String user, Role role, java.util.function.Supplier<T> work) {
    return Acting.as(actor(user, role), work::get);
  }

  /// Goes on as the same person on another day.
  static <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
    var noon = Clock.fixed(day.atTime(17, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return Acting.as(Acting.actor(), noon, work::get);
  }

  private static Actor actor(String user, Role role) {
    return new Actor(
        SERVER.bean(Organizations.class).all().getFirst().id(), user, Set.of(role), false);
  }

  static StaffMember member(String name) {
    return SERVER.bean(Staff.class).all().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

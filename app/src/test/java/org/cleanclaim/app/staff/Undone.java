package org.cleanclaim.app.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Work of a user that leaves nothing behind.
public final class Undone {
  public static final DemoServer SERVER = DemoServer.shared();

  private Undone() {}

  public static void as(String user, Role role, Runnable work) {
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
  public static <T> T then(String user, Role role, java.util.function.Supplier<T> work) {
    return Acting.as(actor(user, role), work::get);
  }

  /// Goes on as the same person on another day.
  public static <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
    var noon = Clock.fixed(day.atTime(17, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return Acting.as(Acting.actor(), noon, work::get);
  }

  /// Does something as somebody at an instant.
  public static void at(String when, String user, Role role, Runnable work) {
    var then = Clock.fixed(OffsetDateTime.parse(when).toInstant(), ZoneOffset.UTC);
    Acting.as(
        actor(user, role),
        then,
        () -> {
          work.run();
          return true;
        });
  }

  /// A visit of a setting with a chart that nobody has begun.
  ///
  /// @return the id of the chart
  public static long chart(String setting, String visitNumber, LocalDate servedOn) {
    var jdbc = SERVER.bean(JdbcClient.class);
    long encounter =
        jdbc.sql(
                """
                insert into encounter (visit_number, patient_id, provider_name, provider_npi, provider_taxonomy,
                  specialty, setting, place_of_service, served_on, created_at)
                select :visit, patient_id, provider_name, provider_npi, provider_taxonomy, specialty, :setting,
                  place_of_service, :on, created_at
                from encounter
                order by encounter_id
                limit 1
                returning encounter_id
                """)
            .param("visit", visitNumber)
            .param("setting", setting)
            .param("on", servedOn)
            .query(Long.class)
            .single();
    return jdbc.sql(
            "insert into chart (encounter_id, status) values (:id, 'UNASSIGNED') returning"
                + " chart_id")
        .param("id", encounter)
        .query(Long.class)
        .single();
  }

  private static Actor actor(String user, Role role) {
    return new Actor(
        SERVER.bean(Organizations.class).all().getFirst().id(), user, Set.of(role), false);
  }

  public static StaffMember member(String name) {
    return SERVER.bean(Staff.class).all().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

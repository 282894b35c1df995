package org.cleanclaim.app.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A practice of its own on the shared server, with staff, so that its tests leave the demo month
/// alone.
public class Practice {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  public static final String PASSWORD = "nine grey tulips under snow";

  public final DemoServer server = DemoServer.shared();
  public final Organization organization;
  protected final String mark;

  /// @param mark ends the user names, which are one for the whole server
  /// @param npi what the practice is found again by
  public Practice(String mark, String npi) {
    this.mark = mark;
    String name = "Practice " + mark;
    this.organization = server.bean(Organizations.class).register(named(name, npi));
    if (!organization.name().equals(name)) {
      throw new IllegalStateException("%s has the NPI of %s".formatted(name, organization.name()));
    }
  }

  /// A practice that has not been registered.
  public static Organization named(String name, String npi) {
    return new Organization(
        0,
        name,
        new Npi(npi),
        new TaxId("123456789", TaxId.Kind.EMPLOYER),
        new Taxonomy("207Q00000X"),
        new Address("1 Main Street", null, "Marlow", "OH", "432150001"),
        "614-555-0100",
        ZONE.getId());
  }

  /// Lets somebody sign in.
  protected final void hire(String person, Role role) {
    inside(() -> {
      server.bean(UserAccounts.class).register(name(person), role.title(), PASSWORD, Set.of(role));
      return role;
    });
  }

  /// The name with which somebody signs in.
  public final String name(String person) {
    return person + "." + mark;
  }

  /// Lets the holder of a role sign in, who needs no other name.
  protected final void hire(Role role) {
    hire(holder(role), role);
  }

  private static String holder(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /// Works as a part of the practice's system.
  public final <R, X extends Throwable> R inside(ScopedValue.CallableOp<R, X> work) throws X {
    return Acting.as(Actor.system(organization.id(), "test"), work);
  }

  /// Works as a person.
  public final <R, X extends Throwable> R as(Role role, ScopedValue.CallableOp<R, X> work)
      throws X {
    return Acting.as(new Actor(organization.id(), name(holder(role)), Set.of(role), false), work);
  }

  /// Works as a person on a day that has passed.
  public final <R, X extends Throwable> R on(
      LocalDate day, Role role, ScopedValue.CallableOp<R, X> work) throws X {
    var clock = Clock.fixed(day.atTime(LocalTime.NOON).atZone(ZONE).toInstant(), ZONE);
    return Acting.as(
        new Actor(organization.id(), name(holder(role)), Set.of(role), false), clock, work);
  }

  /// Reads as a part of the practice's system, in one transaction.
  public final <R> R read(Supplier<R> work) {
    return inside(() -> server.bean(TransactionTemplate.class).execute(status -> work.get()));
  }

  /// Writes as a part of the practice's system, in one transaction.
  public final void write(Runnable work) {
    inside(() -> {
      server.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
      return true;
    });
  }

  public final JdbcClient jdbc() {
    return server.bean(JdbcClient.class);
  }

  /// Somebody of the practice, as a program.
  public final Caller caller(String person) {
    return new Caller(server.port(), name(person), PASSWORD);
  }

  /// The holder of a role, as a program.
  public final Caller caller(Role role) {
    return caller(holder(role));
  }

  public final ApiAnswer get(String person, String path) {
    return caller(person).get(path);
  }

  public final ApiAnswer post(String person, String path, String json) {
    return caller(person).post(path, json);
  }

  public final ApiAnswer put(String person, String path, String json) {
    return caller(person).put(path, json);
  }

  public final ApiAnswer delete(String person, String path) {
    return caller(person).delete(path);
  }

  public final ApiAnswer get(Role role, String path) {
    return caller(role).get(path);
  }

  public final ApiAnswer post(Role role, String path, String json) {
    return caller(role).post(path, json);
  }

  public final ApiAnswer put(Role role, String path, String json) {
    return caller(role).put(path, json);
  }
}

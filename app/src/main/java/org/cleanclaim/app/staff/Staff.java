package org.cleanclaim.app.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of the organization. Managers and administrators keep the list; whom somebody signs
/// in as and who the named manager is, on which the sight of pay hangs, an administrator alone
/// decides.
@Component
@Transactional
public class Staff {
  private static final String SELECT =
      """
      select staff_member_id, public_id, name, position, state, hours_per_week, employed_from, employed_until,
        user_name, manager_id
      from staff_member
      """;

  private final JdbcClient jdbc;
  private final UserAccounts users;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  Staff(
      JdbcClient jdbc,
      UserAccounts users,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// The day in the practice's time zone.
  @Transactional(readOnly = true)
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(organizations.current().timeZone()));
  }

  /// Whether a person works here today. Whoever left keeps no right that comes with the work.
  @Transactional(readOnly = true)
  public boolean isEmployedToday(StaffMember member) {
    return member.isEmployedOn(today());
  }

  /// Adds a person; somebody of that name who is there already stays as entered.
  public StaffMember add(StaffEntry entry) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    var id =
        with(
                entry,
                """
                insert into staff_member (name, position, state, hours_per_week, employed_from, employed_until)
                values (:name, :position, :state, :hours, :from, :until)
                on conflict (organization_id, name) do nothing
                returning staff_member_id
                """)
            .query(Long.class)
            .optional();
    if (id.isPresent()) audit.record("added", "staff member", id.get(), null, null);
    return jdbc.sql(SELECT + "where name = :name")
        .param("name", entry.name().strip())
        .query(Staff::member)
        .single();
  }

  /// Changes what was entered about a person.
  public void change(StaffMember member, StaffEntry entry) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    boolean isTaken =
        all().stream()
            .anyMatch(m -> m.id() != member.id() && m.name().equals(entry.name().strip()));
    if (isTaken) {
      throw new StaffRefusal(
          "Somebody of that name is on the list. Tell the two apart, for example by a middle"
              + " initial.");
    }
    with(
            entry,
            """
            update staff_member
            set name = :name, position = :position, state = :state, hours_per_week = :hours, employed_from = :from,
              employed_until = :until
            where staff_member_id = :id
            """)
        .param("id", member.id())
        .update();
    audit.record("changed", "staff member", member.id(), null, null);
  }

  /// Says whom a person signs in as and who manages the person.
  ///
  /// @param userName null for somebody who does not sign in
  /// @param manager null when nobody is named
  public void link(StaffMember member, @Nullable String userName, @Nullable StaffMember manager) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    if (manager != null && manager.id() == member.id()) {
      throw new StaffRefusal("Nobody is their own manager. Name somebody else.");
    }
    if (userName != null) {
      boolean isUser = users.all().stream().anyMatch(u -> u.userName().equals(userName));
      if (!isUser)
        throw new StaffRefusal("There is no user of that name. Look at the list of users.");
      boolean isTaken = ofUser(userName).filter(m -> m.id() != member.id()).isPresent();
      if (isTaken)
        throw new StaffRefusal("That user is somebody else on the list. Unlink that person first.");
    }
    jdbc.sql(
            "update staff_member set user_name = :user, manager_id = :manager where staff_member_id"
                + " = :id")
        .param("user", userName)
        .param("manager", manager == null ? null : manager.id())
        .param("id", member.id())
        .update();
    audit.record(
        "linked",
        "staff member",
        member.id(),
        null,
        "user %s, manager %s"
            .formatted(
                userName == null ? "none" : userName, manager == null ? "nobody" : manager.name()));
  }

  /// Everybody, by name.
  @Transactional(readOnly = true)
  public List<StaffMember> all() {
    return jdbc.sql(SELECT + "order by name").query(Staff::member).list();
  }

  @Transactional(readOnly = true)
  public Optional<StaffMember> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(Staff::member)
        .optional();
  }

  /// The person who signs in under the name.
  @Transactional(readOnly = true)
  public Optional<StaffMember> ofUser(String userName) {
    return jdbc.sql(SELECT + "where user_name = :user")
        .param("user", userName)
        .query(Staff::member)
        .optional();
  }

  /// A person whom the actor may look at: oneself, or anybody for who keeps the staff.
  @Transactional(readOnly = true)
  public StaffMember visible(UUID publicId) {
    var member = find(publicId).orElseThrow();
    if (!member.isUser(Acting.actor().name())) AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return member;
  }

  private JdbcClient.StatementSpec with(StaffEntry entry, String sql) {
    return jdbc.sql(sql)
        .param("name", entry.name().strip())
        .param("position", entry.position().strip())
        .param("state", entry.state())
        .param("hours", entry.hoursPerWeek())
        .param("from", entry.employedFrom())
        .param("until", entry.employedUntil());
  }

  private static StaffMember member(ResultSet row, int n) throws SQLException {
    return new StaffMember(
        row.getLong("staff_member_id"),
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        row.getString("position"),
        row.getString("state"),
        row.getBigDecimal("hours_per_week"),
        row.getObject("employed_from", LocalDate.class),
        row.getObject("employed_until", LocalDate.class),
        row.getString("user_name"),
        row.getObject("manager_id", Long.class));
  }
}

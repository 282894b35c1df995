package org.cleanclaim.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who sign in.
@Component
@Transactional
public class UserAccounts {
  private static final int TRIES_BEFORE_LOCK = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);

  /// @param isLocked too many wrong passwords; opens again by itself
  public record UserAccount(
      long id,
      long organizationId,
      String userName,
      String displayName,
      String passwordHash,
      Set<Role> roles,
      boolean isEnabled,
      boolean isLocked) {
    @Override
    public String toString() {
      return "UserAccount[" + userName + "]";
    }
  }

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  UserAccounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// Adds a user to the current organization; a user name that exists stays as it is.
  public void register(String userName, String displayName, String password, Set<Role> roles) {
    if (find(userName).isPresent()) return; // hashing is slow on purpose
    jdbc.sql(
            """
            insert into user_account (organization_id, user_name, display_name, password_hash, roles, created_at)
            values (:organization, :userName, :displayName, :hash, :roles, :now)
            on conflict (user_name) do nothing
            """)
        .param("organization", Acting.actor().organizationId())
        .param("userName", userName.toLowerCase(Locale.ROOT))
        .param("displayName", displayName)
        .param("hash", passwords.encode(password))
        .param("roles", roles.stream().map(Enum::name).toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Transactional(readOnly = true)
  public Optional<UserAccount> find(String userName) {
    return jdbc.sql(
            """
            select user_account_id, organization_id, user_name, display_name, password_hash, roles, is_enabled,
              coalesce(locked_until > :now, false) as is_locked
            from user_account
            where user_name = :userName
            """)
        .param("userName", userName.toLowerCase(Locale.ROOT))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new UserAccount(
                row.getLong("user_account_id"),
                row.getLong("organization_id"),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                roles((String[]) row.getArray("roles").getArray()),
                row.getBoolean("is_enabled"),
                row.getBoolean("is_locked")))
        .optional();
  }

  /// The users of the current organization with their roles, for screens.
  @Transactional(readOnly = true)
  public List<UserAccount> all() {
    return jdbc
        .sql(
            "select user_name from user_account where organization_id = :organization order by"
                + " user_name")
        .param("organization", Acting.actor().organizationId())
        .query(String.class)
        .list()
        .stream()
        .flatMap(name -> find(name).stream())
        .toList();
  }

  /// The users of the current organization who may sign in with a role. Nobody else changes them
  /// until the transaction is over.
  public List<String> holding(Role role) {
    return jdbc.sql(
            """
            select user_name
            from user_account
            where organization_id = :organization and is_enabled and :role = any (roles)
            order by user_name
            for update
            """)
        .param("organization", Acting.actor().organizationId())
        .param("role", role.name())
        .query(String.class)
        .list();
  }

  /// Gives a user of the current organization another name for screens and other roles.
  public void change(String userName, String displayName, Set<Role> roles) {
    jdbc.sql(
            """
            update user_account set display_name = :displayName, roles = :roles
            where user_name = :userName and organization_id = :organization
            """)
        .param("displayName", displayName)
        .param("roles", roles.stream().map(Enum::name).toArray(String[]::new))
        .param("userName", userName)
        .param("organization", Acting.actor().organizationId())
        .update();
  }

  /// Gives a user of the current organization another password, and opens an account that wrong
  /// ones have locked.
  public void setPassword(String userName, String password) {
    jdbc.sql(
            """
            update user_account set password_hash = :hash, failed_sign_ins = 0, locked_until = null
            where user_name = :userName and organization_id = :organization
            """)
        .param("hash", passwords.encode(password))
        .param("userName", userName)
        .param("organization", Acting.actor().organizationId())
        .update();
  }

  /// Whether this is the password of a user of the current organization.
  @Transactional(readOnly = true)
  public boolean isPassword(String userName, String password) {
    return find(userName)
        .filter(u -> u.organizationId() == Acting.actor().organizationId())
        .filter(u -> passwords.matches(password, u.passwordHash()))
        .isPresent();
  }

  /// A user of the current organization may sign in again.
  public void enable(String userName) {
    mark(userName, "update user_account set is_enabled = true, locked_until = null");
  }

  /// A user of the current organization may sign in no more.
  public void disable(String userName) {
    mark(userName, "update user_account set is_enabled = false");
  }

  private void mark(String userName, String update) {
    jdbc.sql(update + " where user_name = :userName and organization_id = :organization")
        .param("userName", userName)
        .param("organization", Acting.actor().organizationId())
        .update();
  }

  /// Ends the sessions of a user, whose rights they would go on with.
  public void endSessions(String userName) {
    jdbc.sql("delete from spring_session where principal_name = :userName")
        .param("userName", userName)
        .update();
  }

  public void signedIn(String userName) {
    jdbc.sql(
            "update user_account set failed_sign_ins = 0, locked_until = null where user_name ="
                + " :userName")
        .param("userName", userName.toLowerCase(Locale.ROOT))
        .update();
  }

  /// Counts a wrong password; after five the account is locked for fifteen minutes.
  public void signInFailed(@Nullable String userName) {
    if (userName == null) return;
    jdbc.sql(
            """
            update user_account
            set failed_sign_ins = case when failed_sign_ins + 1 >= :tries then 0 else failed_sign_ins + 1 end,
              locked_until = case when failed_sign_ins + 1 >= :tries then :until else locked_until end
            where user_name = :userName
            """)
        .param("tries", TRIES_BEFORE_LOCK)
        .param("until", Timestamp.from(clock.instant().plus(LOCK)))
        .param("userName", userName.toLowerCase(Locale.ROOT))
        .update();
  }

  private static Set<Role> roles(String[] names) {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
    return roles;
  }
}

package org.cleanclaim.app.user;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.access.UserAccounts.UserAccount;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.audit.AuditTrail.AuditEvent;
import org.cleanclaim.app.codingquery.QuerySettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The users of a practice, kept by its administrators. Users are deactivated and never deleted:
/// what they did stays theirs. A change of rights ends the user's sessions.
@Component
@Transactional
public class Users {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  private final UserAccounts accounts;
  private final QuerySettings providers;
  private final AuditTrail audit;

  Users(UserAccounts accounts, QuerySettings providers, AuditTrail audit) {
    this.accounts = accounts;
    this.providers = providers;
    this.audit = audit;
  }

  /// All users by name, the deactivated too.
  @Transactional(readOnly = true)
  public List<PracticeUser> all() {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    return accounts.all().stream().map(this::user).toList();
  }

  @Transactional(readOnly = true)
  public Optional<PracticeUser> find(String userName) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    return accounts.find(userName).filter(Users::isOurs).map(this::user);
  }

  /// What was done to a user, oldest first.
  @Transactional(readOnly = true)
  public List<AuditEvent> changes(PracticeUser user) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    return audit.changesOf("user", user.userName());
  }

  /// Adds a user.
  ///
  /// @param userName small letters, digits, dots and dashes
  public PracticeUser add(String userName, UserEntry entry, String password) {
    AccessDeniedForActor.unless(Permission.MANAGE_USERS);
    String name = userName.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new UserRefusal(
          "A user name has 2 to 40 small letters, digits, dots and dashes and begins with a"
              + " letter.");
    }
    if (name.equals("me")) throw new UserRefusal("\"me\" stands for whoever asks. Choose another.");
    // User names are one for the whole server: somebody else's practice may have it.
    if (accounts.find(name).isPresent()) {
      throw new UserRefusal("That user name is taken. Choose another.");
    }
    require(entry);
    requirePassword(password, name, entry.displayName());
    accounts.register(name, entry.displayName(), password, entry.roles());
    audit.record("added user", "user", name, null, words(entry));
    link(name, entry);
    return find(name).orElseThrow();
  }

  /// Changes the name for screens, the roles and which provider somebody is.
  public PracticeUser change(String userName, UserEntry entry) {
    PracticeUser before = existing(userName);
    require(entry);
    if (!entry.roles().contains(Role.ADMIN)) requireAnotherAdministrator(before);
    accounts.change(before.userName(), entry.displayName(), entry.roles());
    audit.record(
        "changed user",
        "user",
        before.userName(),
        null,
        "%s; before: %s, %s".formatted(words(entry), before.displayName(), before.roleTitles()));
    link(before.userName(), entry);
    if (!before.roles().equals(entry.roles())) accounts.endSessions(before.userName());
    return existing(userName);
  }

  /// Gives a user a new password; the sessions end.
  public void setPassword(String userName, String password) {
    PracticeUser user = existing(userName);
    requirePassword(password, user.userName(), user.displayName());
    accounts.setPassword(user.userName(), password);
    accounts.endSessions(user.userName());
    audit.record("set password", "user", user.userName(), null, null);
  }

  /// The actor's own new password.
  ///
  /// @param current the one that held until now
  public void changeOwnPassword(String current, String password) {
    String name = Acting.actor().name();
    if (!accounts.isPassword(name, current)) {
      throw new UserRefusal("The current password is not right. Type it again.");
    }
    requirePassword(password, name, accounts.find(name).orElseThrow().displayName());
    accounts.setPassword(name, password);
    audit.record("changed own password", "user", name, null, null);
  }

  /// The user may sign in no more; the sessions end.
  ///
  /// @param reason why, in words
  public PracticeUser deactivate(String userName, String reason) {
    PracticeUser user = existing(userName);
    if (reason.isBlank()) throw new UserRefusal("Say why the user is deactivated.");
    if (!user.isActive()) throw new UserRefusal("The user is deactivated already.");
    requireAnotherAdministrator(user);
    accounts.disable(user.userName());
    accounts.endSessions(user.userName());
    audit.record("deactivated user", "user", user.userName(), null, reason.strip());
    return existing(userName);
  }

  /// The user may sign in again, with the roles and the password of before.
  public PracticeUser activate(String userName) {
    PracticeUser user = existing(userName);
    accounts.enable(user.userName());
    audit.record("activated user", "user", user.userName(), null, null);
    return existing(userName);
  }

  private PracticeUser existing(String userName) {
    return find(userName).orElseThrow();
  }

  private void link(String userName, UserEntry entry) {
    var provider = entry.provider();
    if (provider == null) providers.unlink(userName);
    else providers.link(userName, provider);
  }

  private void requireAnotherAdministrator(PracticeUser user) {
    List<String> administrators = accounts.holding(Role.ADMIN);
    if (administrators.equals(List.of(user.userName()))) {
      throw new UserRefusal(
          "This is the last administrator. Give the role Administrator to somebody else first.");
    }
  }

  private static void require(UserEntry entry) {
    if (entry.displayName().isEmpty()) throw new UserRefusal("Enter the user's name.");
    if (entry.roles().isEmpty()) throw new UserRefusal("A user needs at least one role.");
    if (entry.roles().contains(Role.PROVIDER) != (entry.provider() != null)) {
      throw new UserRefusal(
          entry.provider() == null
              ? "Say which provider the user is: enter the NPI."
              : "An NPI goes with the role Provider. Give the role or leave the NPI out.");
    }
  }

  private static void requirePassword(String password, String userName, String displayName) {
    PasswordRule.refusal(password, userName, displayName)
        .ifPresent(sentence -> {
          throw new UserRefusal(sentence);
        });
  }

  private static String words(UserEntry entry) {
    var provider = entry.provider();
    return entry.displayName()
        + ", "
        + String.join(", ", PracticeUser.titles(entry.roles()))
        + (provider == null ? "" : ", NPI " + provider.value());
  }

  private PracticeUser user(UserAccount account) {
    return new PracticeUser(
        account.userName(),
        account.displayName(),
        account.roles(),
        providers.providerOf(account.userName()).orElse(null),
        account.isEnabled(),
        account.isLocked());
  }

  private static boolean isOurs(UserAccount account) {
    return account.organizationId() == Acting.actor().organizationId();
  }
}

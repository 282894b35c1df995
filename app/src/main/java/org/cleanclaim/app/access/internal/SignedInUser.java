package org.cleanclaim.app.access.internal;

import java.util.EnumSet;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts.UserAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/// The user of a session: what Spring Security keeps, with the organization and the roles.
final class SignedInUser extends User {
  private static final long serialVersionUID = 1L;

  private final long organizationId;
  private final String displayName;
  private final EnumSet<Role> roles;

  SignedInUser(UserAccount account) {
    super(
        account.userName(),
        account.passwordHash(),
        account.isEnabled(),
        true,
        true,
        !account.isLocked(),
        account.roles().stream().map(r -> new SimpleGrantedAuthority("ROLE_" + r.name())).toList());
    this.organizationId = account.organizationId();
    this.displayName = account.displayName();
    this.roles = EnumSet.copyOf(account.roles());
  }

  Actor actor() {
    return new Actor(organizationId, getUsername(), roles, false);
  }

  String displayName() {
    return displayName;
  }

  // Two sessions of one user are the same principal, as the superclass has it.
  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}

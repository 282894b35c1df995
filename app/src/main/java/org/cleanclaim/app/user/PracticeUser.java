package org.cleanclaim.app.user;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.jspecify.annotations.Nullable;

/// A user of the practice.
///
/// @param providerNpi which provider the user is, null for somebody who is none
/// @param isActive false for somebody who may not sign in
/// @param isLocked too many wrong passwords; opens again by itself after fifteen minutes
public record PracticeUser(
    String userName,
    String displayName,
    Set<Role> roles,
    @Nullable String providerNpi,
    boolean isActive,
    boolean isLocked) {
  public PracticeUser {
    roles = Set.copyOf(roles);
  }

  /// The roles in words, in the order of the matrix of rights.
  public String roleTitles() {
    return String.join(", ", titles(roles));
  }

  static List<String> titles(Set<Role> roles) {
    return roles.stream().sorted(Comparator.naturalOrder()).map(Role::title).toList();
  }
}

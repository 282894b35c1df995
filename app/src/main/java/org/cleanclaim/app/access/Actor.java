package org.cleanclaim.app.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// On whose behalf work is done, and in which organization.
///
/// @param name user name of a person, or the name of a part of the system such as `remittance
///   inbox`
public record Actor(long organizationId, String name, Set<Role> roles, boolean isSystem) {
  public Actor {
    roles = Set.copyOf(roles);
  }

  /// A part of the system doing work by itself.
  public static Actor system(long organizationId, String name) {
    return new Actor(organizationId, name, Set.of(), true);
  }

  /// Whether somebody answers for what is given to a role or a user.
  public boolean owns(String owner) {
    return owners().contains(owner);
  }

  /// The names under which work is given to somebody: their roles and their own.
  public List<String> owners() {
    return Stream.concat(roles.stream().map(Role::name), Stream.of(name)).toList();
  }

  /// The same for a list, which shows who may not see all of it what they answer for.
  ///
  /// @return null when nothing is hidden
  public String @Nullable [] ownersUnless(Permission seesAll) {
    return may(seesAll) ? null : owners().toArray(String[]::new);
  }

  public boolean may(Permission permission) {
    return isSystem || roles.stream().anyMatch(r -> r.permissions().contains(permission));
  }
}

package org.cleanclaim.app.access;

import java.util.Set;

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

  public boolean may(Permission permission) {
    return isSystem || roles.stream().anyMatch(r -> r.permissions().contains(permission));
  }
}

package org.cleanclaim.app.user;

import java.util.Set;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.identifier.Npi;
import org.jspecify.annotations.Nullable;

/// What an administrator says about a user.
///
/// @param displayName as it stands on screens and papers
/// @param provider which provider the user is; needed with the role Provider, null without it
public record UserEntry(String displayName, Set<Role> roles, @Nullable Npi provider) {
  public UserEntry {
    displayName = displayName.strip();
    roles = Set.copyOf(roles);
  }
}

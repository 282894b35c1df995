package org.cleanclaim.app.authorization;

import java.util.Set;

/// Claims use more or less of authorizations than before.
///
/// @param authorizations their ids
record AuthorizationsUsed(Set<Long> authorizations) {
  AuthorizationsUsed {
    authorizations = Set.copyOf(authorizations);
  }
}

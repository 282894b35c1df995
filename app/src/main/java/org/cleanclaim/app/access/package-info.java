/// Who may do what: organizations, users, roles, sign-in, and the actor on whose behalf work is
/// done.
@NullMarked
package org.cleanclaim.app.access;

import org.jspecify.annotations.NullMarked;

/// The people who sign in, as an administrator keeps them: roles, passwords, which provider they
/// are.
@NullMarked
package org.cleanclaim.app.user;

import org.jspecify.annotations.NullMarked;

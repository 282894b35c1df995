/// Pages of the users and of one's own password.
@NullMarked
package org.cleanclaim.app.web.user;

import org.jspecify.annotations.NullMarked;

/// Pages about authorizations, referrals, and which services need one.
@NullMarked
package org.cleanclaim.app.web.authorization;

import org.jspecify.annotations.NullMarked;

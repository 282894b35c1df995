/// Transactions under tenancy, the security chain and the sign-in page.
@NullMarked
package org.cleanclaim.app.access.internal;

import org.jspecify.annotations.NullMarked;

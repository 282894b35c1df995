/// Remote-work settings put into effect on every request.
@NullMarked
package org.cleanclaim.app.staff.internal;

import org.jspecify.annotations.NullMarked;

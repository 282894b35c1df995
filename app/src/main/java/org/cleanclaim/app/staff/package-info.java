/// Who works here: credentials and what they permit, goals, pay, and how people may work away from
/// the office.
@NullMarked
package org.cleanclaim.app.staff;

import org.jspecify.annotations.NullMarked;

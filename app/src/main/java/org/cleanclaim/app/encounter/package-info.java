/// Visits and their documentation.
@NullMarked
package org.cleanclaim.app.encounter;

import org.jspecify.annotations.NullMarked;

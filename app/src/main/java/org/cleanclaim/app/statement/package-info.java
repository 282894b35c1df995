/// What patients owe, why, and what they have paid.
@NullMarked
package org.cleanclaim.app.statement;

import org.jspecify.annotations.NullMarked;

/// Identifiers of people, organizations and claims, each with its own check.
@NullMarked
package org.cleanclaim.kernel.identifier;

import org.jspecify.annotations.NullMarked;

/// The `cleanclaim` commands.
@NullMarked
package org.cleanclaim.cli;

import org.jspecify.annotations.NullMarked;

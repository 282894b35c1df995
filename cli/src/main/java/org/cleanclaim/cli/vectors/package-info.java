/// Cases whose answers are known, run through the engine they belong to.
@NullMarked
package org.cleanclaim.cli.vectors;

import org.jspecify.annotations.NullMarked;

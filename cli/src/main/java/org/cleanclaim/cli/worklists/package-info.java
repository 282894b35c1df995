/// Measures the work lists of a large practice: what each page costs, and with how many statements.
@NullMarked
package org.cleanclaim.cli.worklists;

import org.jspecify.annotations.NullMarked;

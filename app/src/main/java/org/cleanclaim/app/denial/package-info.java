/// Denied lines: a case each, with its cause, its deadline and a proposed action.
@NullMarked
package org.cleanclaim.app.denial;

import org.jspecify.annotations.NullMarked;

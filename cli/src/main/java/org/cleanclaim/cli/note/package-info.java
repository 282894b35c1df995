/// What `code-note` prints, for people and for programs.
@NullMarked
package org.cleanclaim.cli.note;

import org.jspecify.annotations.NullMarked;

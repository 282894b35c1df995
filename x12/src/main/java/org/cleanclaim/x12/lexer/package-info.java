/// Bytes to segments: any separators, any line breaks, any number of interchanges, and damage
/// survived.
@NullMarked
package org.cleanclaim.x12.lexer;

import org.jspecify.annotations.NullMarked;

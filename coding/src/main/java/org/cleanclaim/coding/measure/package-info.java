/// How well proposals agree with what coders decided: sets of notes with their codes, and the
/// figures that are usual for them.
@NullMarked
package org.cleanclaim.coding.measure;

import org.jspecify.annotations.NullMarked;

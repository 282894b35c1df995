/// What the program does by itself once a day: when, with which numbers, and what came of it.
@NullMarked
package org.cleanclaim.app.timer;

import org.jspecify.annotations.NullMarked;

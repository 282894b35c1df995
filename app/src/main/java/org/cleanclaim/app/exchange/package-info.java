/// Files in and out: the home folder, the archive of exact bytes, and the numbers that files carry.
@NullMarked
package org.cleanclaim.app.exchange;

import org.jspecify.annotations.NullMarked;

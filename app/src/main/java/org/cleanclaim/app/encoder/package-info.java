/// The encoder: what users keep of the code sets, how a code stands on a day, and what a new
/// edition breaks.
@NullMarked
package org.cleanclaim.app.encoder;

import org.jspecify.annotations.NullMarked;

/// Files that come in: archived first, read, and each part given to the desk that it is for.
@NullMarked
package org.cleanclaim.app.intake;

import org.jspecify.annotations.NullMarked;

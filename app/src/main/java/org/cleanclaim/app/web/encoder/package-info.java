/// The encoder's pages.
@NullMarked
package org.cleanclaim.app.web.encoder;

import org.jspecify.annotations.NullMarked;

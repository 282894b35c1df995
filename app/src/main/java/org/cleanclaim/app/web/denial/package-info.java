/// Denials on pages: the list, a case with its actions, figures, and the table of reasons.
@NullMarked
package org.cleanclaim.app.web.denial;

import org.jspecify.annotations.NullMarked;

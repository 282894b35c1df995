/// Queries of coders to providers: written, checked, sent, answered, closed, and what they keep
/// from being made final meanwhile.
@NullMarked
package org.cleanclaim.app.codingquery;

import org.jspecify.annotations.NullMarked;

/// Pages of queries to providers: the list, writing, the provider's own page, figures, rules.
@NullMarked
package org.cleanclaim.app.web.codingquery;

import org.jspecify.annotations.NullMarked;

/// A site's own words for its procedures, which lead to the codes that it is licensed to use.
@NullMarked
package org.cleanclaim.coding.site;

import org.jspecify.annotations.NullMarked;

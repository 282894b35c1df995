/// Groups that payment follows: each grouper is a package.
@NullMarked
package org.cleanclaim.grouping;

import org.jspecify.annotations.NullMarked;

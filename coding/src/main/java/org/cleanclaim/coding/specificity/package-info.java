/// From what a phrase leads to down to the code that the words around it support.
@NullMarked
package org.cleanclaim.coding.specificity;

import org.jspecify.annotations.NullMarked;

/// How likely a coder who codes everything that a text names would give each code: what the rules
/// found, weighed by what coders did before.
@NullMarked
package org.cleanclaim.coding.ranking;

import org.jspecify.annotations.NullMarked;

/// Claim rules: a claim and the facts around it go in, findings come out. Each rule has a stable
/// id, a source and the dates from which it holds; tables of facts are data.
@NullMarked
package org.cleanclaim.edits;

import org.jspecify.annotations.NullMarked;

/// What payers have agreed to allow: contracts of dated terms, the amount expected for each line
/// with the term that decided, and how remittances differ from it.
@NullMarked
package org.cleanclaim.pricing.contract;

import org.jspecify.annotations.NullMarked;

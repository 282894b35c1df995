/// The level of a visit by medical decision making or by time. It is a question of coding, asked
/// before there is a price.
@NullMarked
package org.cleanclaim.coding.visit;

import org.jspecify.annotations.NullMarked;

/// What sentences say about things that are done: given, planned, declined, done before.
@NullMarked
package org.cleanclaim.coding.statement;

import org.jspecify.annotations.NullMarked;

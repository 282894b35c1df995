/// The coder's queues: charts by criteria that a manager saves, the next chart of a queue, and
/// second reviews.
@NullMarked
package org.cleanclaim.app.codingqueue;

import org.jspecify.annotations.NullMarked;

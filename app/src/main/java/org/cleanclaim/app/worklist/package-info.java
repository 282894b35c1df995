/// Queues and lists that people work from, each one query.
@NullMarked
package org.cleanclaim.app.worklist;

import org.jspecify.annotations.NullMarked;

/// How files travel to payers and clearinghouses and back: connections, the way of each kind of
/// file, and deliveries that arrive once.
@NullMarked
package org.cleanclaim.app.transport;

import org.jspecify.annotations.NullMarked;

/// The folder in which a customer's code sets lie: official files in, packed tables and search
/// indexes out. Whatever happens in the middle of an install, the folder is as it was before or as
/// it is after.
@NullMarked
package org.cleanclaim.codesets.store;

import org.jspecify.annotations.NullMarked;

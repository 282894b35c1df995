/// The bundled PostgreSQL 18: started under the home folder with full durability, adopted when it
/// outlived its program, and stopped cleanly.
@NullMarked
package org.cleanclaim.postgres;

import org.jspecify.annotations.NullMarked;

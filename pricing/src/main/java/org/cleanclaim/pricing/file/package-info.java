/// Plans and contracts as files: YAML, or JSON as its subset. A file is read whole or refused with
/// every fault, its line and the remedy.
@NullMarked
package org.cleanclaim.pricing.file;

import org.jspecify.annotations.NullMarked;

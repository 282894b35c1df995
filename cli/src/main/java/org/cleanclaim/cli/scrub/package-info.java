/// Claims and remittances of files brought together, for replays.
@NullMarked
package org.cleanclaim.cli.scrub;

import org.jspecify.annotations.NullMarked;

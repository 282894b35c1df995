/// People, organizations and addresses as they stand on claims and remittances.
@NullMarked
package org.cleanclaim.kernel.party;

import org.jspecify.annotations.NullMarked;

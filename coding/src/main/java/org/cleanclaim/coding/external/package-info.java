/// What happened to somebody who is injured: cause, activity and place (Official Guidelines
/// I.C.20).
@NullMarked
package org.cleanclaim.coding.external;

import org.jspecify.annotations.NullMarked;

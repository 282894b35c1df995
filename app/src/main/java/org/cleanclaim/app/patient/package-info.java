/// People who are treated, and who answers for their bills.
@NullMarked
package org.cleanclaim.app.patient;

import org.jspecify.annotations.NullMarked;

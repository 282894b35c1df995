/// Pages about underpayments and the contracts that they are measured by.
@NullMarked
package org.cleanclaim.app.web.underpayment;

import org.jspecify.annotations.NullMarked;

/// The public pages about pay and about getting into coding and billing.
@NullMarked
package org.cleanclaim.app.web.pay;

import org.jspecify.annotations.NullMarked;

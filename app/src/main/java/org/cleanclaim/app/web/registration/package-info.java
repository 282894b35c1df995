/// Pages of registration, coverages and eligibility.
@NullMarked
package org.cleanclaim.app.web.registration;

import org.jspecify.annotations.NullMarked;

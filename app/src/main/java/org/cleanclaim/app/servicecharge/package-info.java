/// Charges of the services that a coder has accepted on a chart.
@NullMarked
package org.cleanclaim.app.servicecharge;

import org.jspecify.annotations.NullMarked;

/// Charts of files (JSON, CSV) through the chart checks, for the command and the API.
@NullMarked
package org.cleanclaim.app.chartcheck;

import org.jspecify.annotations.NullMarked;

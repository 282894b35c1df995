/// The coder's work: suggestions with evidence, decisions, and the final codes of an encounter.
@NullMarked
package org.cleanclaim.app.chart;

import org.jspecify.annotations.NullMarked;

/// What things cost: fee schedules, contracts, benefit plans, and the arithmetic of adjudication.
/// Every result carries the steps that led to it.
@NullMarked
package org.cleanclaim.pricing;

import org.jspecify.annotations.NullMarked;

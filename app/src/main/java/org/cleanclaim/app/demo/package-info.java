/// The demo month: a small practice's work from the first note to the last statement, played
/// through the real use cases from scenario data.
@NullMarked
package org.cleanclaim.app.demo;

import org.jspecify.annotations.NullMarked;

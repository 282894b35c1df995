package org.cleanclaim.workforce.benchmark;

import java.math.BigDecimal;

/// A relative effect on pay as published: so many percent more than a baseline. It is shown, never
/// multiplied into an amount, since the publisher's baseline is not the figure at hand.
///
/// @param factor what makes the difference: `credential`
/// @param value its value: `CIC`
/// @param baseline against whom
/// @param percent more than the baseline
public record Effect(
    String factor, String value, String baseline, BigDecimal percent, Source source) {}

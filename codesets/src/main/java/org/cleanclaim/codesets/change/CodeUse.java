package org.cleanclaim.codesets.change;

import org.cleanclaim.kernel.code.CodeSystem;

/// A place where a practice has written a code down: a favourite, a rule, a row of a fee schedule,
/// an open chart.
///
/// @param where what it is and which, as its owner knows it: `Favourites of casey`
/// @param code without dot
public record CodeUse(CodeSystem system, String code, String where) {}

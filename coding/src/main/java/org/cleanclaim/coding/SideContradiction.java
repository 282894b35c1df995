package org.cleanclaim.coding;

import org.cleanclaim.coding.specificity.Side;

/// A problem that a note tells of one side where it is assessed and of the other side elsewhere.
///
/// @param code what is suggested without the side; where no code leaves the side open, the code
///   that is not suggested
/// @param assessed where the assessment names the side
/// @param side the one that it names
/// @param told where the note names the other one
public record SideContradiction(String code, Evidence assessed, Side side, Evidence told) {}

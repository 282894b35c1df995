package org.cleanclaim.coding.visit;

import org.cleanclaim.coding.Evidence;

/// Something documented that counts towards the level of a visit, with the words that say so.
///
/// @param what it counts as, in plain words: `chronic illness, stable`
/// @param level what it would come to by itself; several may come to more
public record VisitElement(String what, DecisionMaking.Level level, Evidence evidence) {}

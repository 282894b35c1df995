package org.cleanclaim.coding;

import java.util.Set;
import org.cleanclaim.coding.mention.TermIndex;

/// One of the conditions that a wording of a note stands for.
///
/// @param near the stems that tell which of its codes is meant
record Part(TermIndex.Found match, Set<String> near) {}

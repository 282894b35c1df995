package org.cleanclaim.coding.procedure;

import org.cleanclaim.coding.Evidence;
import org.jspecify.annotations.Nullable;

/// One character of a code and why it was taken.
///
/// @param position 1 to 7
/// @param axis what the character stands for: `Approach`
/// @param meaning as the Tables have it
/// @param why the index entry, the words of the record, or that the table leaves no other choice
/// @param evidence the words of the record, or null where the table alone decides
public record CharacterChoice(
    int position,
    char character,
    String axis,
    String meaning,
    String why,
    @Nullable Evidence evidence) {}

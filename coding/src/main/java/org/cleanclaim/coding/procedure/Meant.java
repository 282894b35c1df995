package org.cleanclaim.coding.procedure;

import java.util.List;
import java.util.Set;

/// What the name of an operation says of its code before the rest of the record is read.
///
/// @param beginnings of codes; the one is meant whose body part the record names
/// @param bodyPart words of the body part, unless the record is more exact
/// @param values of characters as the Tables word them: `Percutaneous`
record Meant(List<String> beginnings, Set<String> bodyPart, List<String> values) {
  Meant {
    beginnings = List.copyOf(beginnings);
    bodyPart = Set.copyOf(bodyPart);
    values = List.copyOf(values);
  }

  /// Of a table with values, whatever body part.
  static Meant of(String beginning, List<String> values) {
    return new Meant(List.of(beginning), Set.of(), values);
  }
}

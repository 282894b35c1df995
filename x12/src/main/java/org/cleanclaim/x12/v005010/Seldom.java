package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;

/// Lists of what seldom comes: they cost nothing until it does.
final class Seldom {
  private Seldom() {}

  /// The list with one more at its end. One that is not empty was made here and grows in place.
  static <T> List<T> with(List<T> list, T more) {
    List<T> longer = list.isEmpty() ? new ArrayList<>(4) : list;
    longer.add(more);
    return longer;
  }
}

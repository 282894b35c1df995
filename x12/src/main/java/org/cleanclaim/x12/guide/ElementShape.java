package org.cleanclaim.x12.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the data dictionary describes an element: its number, type and length, or its components.
///
/// @param number of the data element, or the composite's name: `1035`, `C003`
/// @param type null for a composite
/// @param repeats how often the element may stand, parted by the repetition separator
/// @param components empty for a simple element
record ElementShape(
    String number,
    @Nullable ValueType type,
    int shortest,
    int longest,
    int repeats,
    List<ElementShape> components) {

  /// Kinds of value.
  enum ValueType {
    AN,
    ID,
    N0,
    N2,
    R,
    DT,
    TM,
    B
  }

  ElementShape {
    components = List.copyOf(components);
  }

  boolean isComposite() {
    return type == null;
  }

  ElementShape repeating(int times) {
    return new ElementShape(number, type, shortest, longest, times, components);
  }

  ElementShape within(int min, int max) {
    return new ElementShape(number, type, min, max, repeats, components);
  }
}

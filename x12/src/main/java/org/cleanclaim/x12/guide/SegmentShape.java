package org.cleanclaim.x12.guide;

import java.util.List;

/// How the data dictionary describes a segment.
///
/// @param relations which elements ask for or exclude each other
record SegmentShape(String id, List<ElementShape> elements, List<Relation> relations) {
  SegmentShape {
    elements = List.copyOf(elements);
    relations = List.copyOf(relations);
  }

  /// A syntax relation such as `P0304`.
  ///
  /// @param kind P all or none, R at least one, E at most one, C if the first then all others, L if
  ///   the first then at least one of the others
  record Relation(char kind, List<Integer> elements) {
    Relation {
      elements = List.copyOf(elements);
    }
  }
}

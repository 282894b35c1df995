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
  /// Kinds: P all or none, R at least one, E at most one, C if the first then all others, L if the
  /// first then at least one of the others.
  static final class Relation {
    private final char kind;
    private final int[] elements;

    Relation(char kind, int... elements) {
      this.kind = kind;
      this.elements = elements.clone();
    }

    char kind() {
      return kind;
    }

    int size() {
      return elements.length;
    }

    /// Element by its place in the relation, from 0 on.
    int element(int index) {
      return elements[index];
    }
  }
}

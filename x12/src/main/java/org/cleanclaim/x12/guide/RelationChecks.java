package org.cleanclaim.x12.guide;

import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.guide.SegmentShape.Relation;
import org.cleanclaim.x12.lexer.Segment;

/// Checks what the standard says of the elements of a segment among each other: paired, required,
/// exclusive, conditional and list conditional (P, R, E, C, L).
final class RelationChecks {
  private RelationChecks() {}

  static void check(Segment segment, Relation relation, ElementChecks checks) {
    int present = 0;
    int firstAbsent = 0;
    int lastPresent = 0;
    for (int i = 0; i < relation.size(); i++) {
      int element = relation.element(i);
      if (segment.isEmpty(element)) {
        if (firstAbsent == 0) firstAbsent = element;
      } else {
        present++;
        lastPresent = element;
      }
    }
    int first = relation.element(0);
    boolean isFirstThere = !segment.isEmpty(first);
    switch (relation.kind()) {
      case 'P' -> {
        if (present > 0 && firstAbsent > 0) needed(firstAbsent, lastPresent, checks);
      }
      case 'R' -> {
        if (present == 0) {
          checks.add(
              Check.ELEMENT_CONDITION,
              first,
              0,
              "%s needs at least one of %d elements from %s on."
                  .formatted(segment.id(), relation.size(), checks.designator(first, 0)),
              "Fill one of them.");
        }
      }
      case 'E' -> {
        if (present > 1) {
          checks.add(
              Check.ELEMENT_EXCLUSION,
              lastPresent,
              0,
              "%s and %s exclude each other."
                  .formatted(checks.designator(first, 0), checks.designator(lastPresent, 0)),
              "Remove one of them.");
        }
      }
      case 'C' -> {
        if (isFirstThere && firstAbsent > 0) needed(firstAbsent, first, checks);
      }
      case 'L' -> {
        if (isFirstThere && present == 1) needed(relation.element(1), first, checks);
      }
      default -> throw new IllegalStateException("relation " + relation.kind());
    }
  }

  private static void needed(int absent, int because, ElementChecks checks) {
    checks.add(
        Check.ELEMENT_CONDITION,
        absent,
        0,
        "%s is needed because %s is there."
            .formatted(checks.designator(absent, 0), checks.designator(because, 0)),
        "Fill it, or remove the other.");
  }
}

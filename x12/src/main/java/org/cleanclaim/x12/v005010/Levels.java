package org.cleanclaim.x12.v005010;

/// Writes the levels of a transaction set (HL), numbered in their order.
final class Levels {
  private final SegmentWriter out;
  private int level;

  Levels(SegmentWriter out) {
    this.out = out;
    this.level = out.firstLevel() - 1;
  }

  /// Opens a level.
  ///
  /// @param parent its number; 0 for none
  /// @param code what it is about (HL03)
  /// @return its own number
  int open(int parent, String code, boolean hasChildren) {
    write(parent, code, hasChildren ? "1" : "0");
    return level;
  }

  /// Opens a level that never has children and does not say so (HL04).
  void openLast(int parent, String code) {
    write(parent, code, "");
  }

  private void write(int parent, String code, String hasChildren) {
    level++;
    out.segment(
        "HL",
        Integer.toString(level),
        parent == 0 ? "" : Integer.toString(parent),
        code,
        hasChildren);
  }
}

package org.cleanclaim.coding.source;

import java.util.ArrayList;
import java.util.List;

/// Puts the pieces of a marked-up text together to lines: blocks begin a line, items are marked,
/// the cells of a row stand beside each other, parted by commas.
final class LineMaker {
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private boolean hasWords;
  private int number = 1;
  private boolean isHeading;
  private boolean isRow;
  private boolean isItem;
  private boolean isBehindCell;
  private boolean hasCell;

  void text(String piece, int line) {
    if (piece.isBlank()) {
      if (!words.isEmpty() && !piece.isEmpty()) words.append(' ');
      return;
    }
    if (!hasWords) {
      words.setLength(0);
      hasWords = true;
      number = line + leadingLines(piece);
    }
    if (isBehindCell) {
      words.append(", ");
      isBehindCell = false;
    }
    words.append(piece);
  }

  private static int leadingLines(String piece) {
    int lines = 0;
    for (int i = 0; i < piece.length() && Character.isWhitespace(piece.charAt(i)); i++) {
      if (piece.charAt(i) == '\n') lines++;
    }
    return lines;
  }

  /// A block ends or begins here.
  void end() {
    String line = words.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    words.setLength(0);
    hasWords = false;
    isBehindCell = false;
    if (!line.isEmpty()) {
      boolean isMarked = isItem && (!isRow || hasCell);
      lines.add(new Line(isMarked ? "- " + line : line, number, isHeading, isRow));
      isItem = false;
    }
    isHeading = false;
  }

  void item() {
    end();
    isItem = true;
  }

  void heading() {
    end();
    isHeading = true;
  }

  /// A row of a table begins; blocks within its cells do not part it.
  void row() {
    end();
    isRow = true;
    isItem = true;
    hasCell = false;
  }

  void endRow() {
    end();
    isRow = false;
    isItem = false;
  }

  boolean isInRow() {
    return isRow;
  }

  void endCell() {
    hasCell = true;
    endHeadingCell();
  }

  /// A row of nothing but these is the heading of a table and no item.
  void endHeadingCell() {
    isBehindCell = hasWords;
  }

  List<Line> lines() {
    end();
    return List.copyOf(lines);
  }
}

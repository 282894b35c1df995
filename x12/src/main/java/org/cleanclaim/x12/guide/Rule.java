package org.cleanclaim.x12.guide;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// A segment or a loop at its place in a guide.
sealed interface Rule {

  /// The segment that stands here, or that opens the loop.
  SegmentRule segment();

  /// In words of ours, for messages and for showing a file.
  String name();

  boolean isRequired();

  int most();

  /// Rank among its siblings; those that may come in any order among themselves share one.
  int order();

  /// @param order of the rule among its siblings
  /// @param toldBy the codes of the telling element, or null when the name alone tells
  record SegmentRule(
      String id,
      int code,
      String name,
      boolean isRequired,
      int most,
      int order,
      SegmentShape shape,
      List<ElementRule> elements,
      int tellingElement,
      int tellingComponent,
      @Nullable Codes toldBy)
      implements Rule {
    public SegmentRule {
      elements = List.copyOf(elements);
    }

    @Override
    public SegmentRule segment() {
      return this;
    }

    /// Whether the segment, which has the right name, also has the right code.
    boolean isToldBy(Segment segment) {
      if (toldBy == null) return true;
      if (tellingElement > segment.elementCount()) return false;
      int from = segment.elementStart(tellingElement);
      int to = segment.elementEnd(tellingElement);
      if (tellingComponent > 0) {
        byte separator = (byte) segment.separators().component();
        for (int i = from; i < to; i++) {
          if (segment.bytes()[i] == separator) {
            to = i;
            break;
          }
        }
      }
      return toldBy.contains(segment.bytes(), from, to);
    }
  }

  /// A loop: the segments and loops that may stand in it, in the order of the guide; the first
  /// opens it.
  final class LoopRule implements Rule {
    private static final int[] NONE = {};

    private final String id;
    private final String name;
    private final boolean isRequired;
    private final int most;
    private final int order;
    private final List<Rule> children;
    private final int[] required;
    private final int[] codes;
    private final int[][] byCode;

    LoopRule(String id, String name, boolean isRequired, int most, int order, List<Rule> children) {
      this.id = id;
      this.name = name;
      this.isRequired = isRequired;
      this.most = most;
      this.order = order;
      this.children = List.copyOf(children);
      this.required =
          IntStream.range(0, children.size()).filter(i -> children.get(i).isRequired()).toArray();
      this.codes =
          children.stream().mapToInt(c -> c.segment().code()).distinct().sorted().toArray();
      this.byCode = new int[codes.length][];
      for (int c = 0; c < codes.length; c++) {
        int code = codes[c];
        byCode[c] =
            IntStream.range(0, children.size())
                .filter(i -> children.get(i).segment().code() == code)
                .toArray();
      }
    }

    /// As the guide names it: `2010AA`; empty for the transaction itself.
    String id() {
      return id;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isRequired() {
      return isRequired;
    }

    @Override
    public int most() {
      return most;
    }

    @Override
    public int order() {
      return order;
    }

    List<Rule> children() {
      return children;
    }

    @Override
    public SegmentRule segment() {
      return children.getFirst().segment();
    }

    /// Which children stand for, or open with, a segment of that name.
    int[] childrenOf(int segmentCode) {
      int found = Arrays.binarySearch(codes, segmentCode);
      return found < 0 ? NONE : byCode[found];
    }

    /// Which children have to be there.
    int[] required() {
      return required;
    }
  }
}

package org.cleanclaim.app.web;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.insight.FindingFigures.Fate;
import org.cleanclaim.app.insight.FindingFigures.MonthFate;

/// The bars of findings by month: one bar each, its parts on top of each other. Lengths are in
/// units of the drawing, which is [#WIDTH] wide and [#HEIGHT] high.
///
/// @param highest findings of the month that has most, the top of the scale
public record MonthBars(List<Bar> bars, int highest) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 220;

  /// Where the bars stand.
  public static final int BASE = 190;

  private static final int TOP = 20;
  private static final int LEFT = 40;
  private static final int MOST_MONTHS = 12;
  private static final int WIDEST = 48;

  /// A part of a bar.
  ///
  /// @param tone the colour's name
  public record Part(String name, String tone, int count, int y, int height) {}

  /// A month.
  public record Bar(String month, int x, int width, int found, List<Part> parts) {
    public int middle() {
      return x + width / 2;
    }
  }

  /// The latest twelve months with findings.
  static MonthBars of(List<MonthFate> months) {
    var shown = months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
    int highest = shown.stream().mapToInt(m -> m.fate().found()).max().orElse(0);
    var bars = new ArrayList<Bar>();
    int step = shown.isEmpty() ? 0 : Math.min(2 * WIDEST, (WIDTH - LEFT) / shown.size());
    for (int i = 0; i < shown.size(); i++) {
      var month = shown.get(i);
      int width = Math.min(WIDEST, step * 2 / 3);
      bars.add(
          new Bar(
              month.month().toString().substring(0, 7),
              LEFT + i * step + (step - width) / 2,
              width,
              month.fate().found(),
              parts(month.fate(), highest)));
    }
    return new MonthBars(List.copyOf(bars), highest);
  }

  private static List<Part> parts(Fate fate, int highest) {
    var parts = new ArrayList<Part>();
    int below = 0;
    below = add(parts, "fixed", "#1e7b3a", fate.fixed(), below, highest);
    below = add(parts, "overridden", "#b25e09", fate.overridden(), below, highest);
    below = add(parts, "sent along", "#64748b", fate.sentAlong(), below, highest);
    add(parts, "waiting", "#0b5cad", fate.waiting(), below, highest);
    return List.copyOf(parts);
  }

  /// Both edges are rounded from the counts, so that parts meet without a gap.
  private static int add(
      List<Part> parts, String name, String tone, int count, int below, int highest) {
    if (count > 0) {
      int bottom = BASE - below * (BASE - TOP) / highest;
      int top = BASE - (below + count) * (BASE - TOP) / highest;
      parts.add(new Part(name, tone, count, top, bottom - top));
    }
    return below + count;
  }
}

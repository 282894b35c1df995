package org.cleanclaim.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cleanclaim.app.ledger.Receivables.Aged;
import org.cleanclaim.kernel.Money;

/// What is owed by its age as bars, each with the part that patients owe; credits are left out.
/// Lengths are in units of the drawing, which is [#WIDTH] wide.
///
/// @param height of the drawing
public record AgedBars(List<Bar> bars, int height) {
  public static final int WIDTH = 720;

  /// Where the bars begin.
  public static final int LEFT = 100;

  private static final int LONGEST = 330;
  private static final int STEP = 34;

  private record Age(String title, Function<Aged, Money> part) {}

  private static final List<Age> AGES =
      List.of(
          new Age("0–30", Aged::days0to30),
          new Age("31–60", Aged::days31to60),
          new Age("61–90", Aged::days61to90),
          new Age("91–120", Aged::days91to120),
          new Age("Over 120", Aged::over120));

  /// @param length of all that is owed
  /// @param patients length of what patients owe of it
  public record Bar(String age, int y, int length, int patients, String words) {}

  /// One bar for each age, or none when nothing is owed.
  static AgedBars of(List<Aged> receivables) {
    var owed = AGES.stream().map(age -> sum(receivables, age)).toList();
    long most = owed.stream().mapToLong(Money::cents).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (int i = 0; most > 0 && i < AGES.size(); i++) {
      var ofPatients = sum(receivables.stream().filter(Aged::isOfPatients).toList(), AGES.get(i));
      bars.add(
          new Bar(
              AGES.get(i).title(),
              8 + i * STEP,
              length(owed.get(i), most),
              length(ofPatients, most),
              words(owed.get(i), ofPatients)));
    }
    return new AgedBars(List.copyOf(bars), 8 + bars.size() * STEP);
  }

  private static String words(Money owed, Money ofPatients) {
    String all = "$" + owed.grouped();
    return ofPatients.isZero() ? all : all + ", $%s of it patients".formatted(ofPatients.grouped());
  }

  private static Money sum(List<Aged> receivables, Age age) {
    return Money.sum(receivables.stream().map(age.part()).toList());
  }

  private static int length(Money amount, long most) {
    return Math.toIntExact(amount.cents() * LONGEST / most);
  }
}

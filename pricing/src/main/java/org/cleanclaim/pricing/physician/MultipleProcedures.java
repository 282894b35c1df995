package org.cleanclaim.pricing.physician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is left of amounts in cents when services of one family meet on one day. The highest is
/// paid in full, of equal ones the first. All parts are rounded half up to the cent. Source: CMS
/// Claims Processing Manual, chapter 12, sections 40.6 and 20.4.7; chapter 5, section 10.7; chapter
/// 13, section 20.
public final class MultipleProcedures {
  private static final int PAID_BY_RANK = 5;

  private MultipleProcedures() {}

  /// Surgery: the highest in full, the second to fifth at half; any further is by report, said by
  /// -1.
  public static long[] surgery(long[] amounts) {
    long[] left = amounts.clone();
    int rank = 0;
    for (int i : ranked(amounts)) {
      rank++;
      if (rank > PAID_BY_RANK) left[i] = -1;
      else if (rank > 1) left[i] = percent(amounts[i], 50);
    }
    return left;
  }

  /// Endoscopies of one family: the highest in full, of the others what exceeds the base.
  public static long[] endoscopy(long[] amounts, long base) {
    long[] left = amounts.clone();
    for (int i : ranked(amounts).stream().skip(1).toList()) {
      left[i] = Math.max(0, amounts[i] - base);
    }
    return left;
  }

  /// The highest in full, of the others a share: technical imaging 50, professional imaging 95,
  /// cardiovascular 75, ophthalmology 80.
  public static long[] share(long[] amounts, int percent) {
    long[] left = amounts.clone();
    for (int i : ranked(amounts).stream().skip(1).toList()) left[i] = percent(amounts[i], percent);
    return left;
  }

  /// Therapy: the unit with the highest practice expense in full, the others without half of
  /// theirs.
  public static long[] therapy(long[] amounts, long[] expenses) {
    long[] left = amounts.clone();
    for (int i : ranked(expenses).stream().skip(1).toList()) {
      left[i] = percent(2 * amounts[i] - expenses[i], 50);
    }
    return left;
  }

  static long percent(long cents, int percent) {
    return (cents * percent + 50) / 100;
  }

  private static List<Integer> ranked(long[] amounts) {
    var places = new ArrayList<Integer>(amounts.length);
    for (int i = 0; i < amounts.length; i++) places.add(i);
    places.sort(Comparator.comparingLong(i -> -amounts[i]));
    return places;
  }
}

package org.cleanclaim.coding.pregnancy;

import java.util.List;
import java.util.Set;
import org.cleanclaim.coding.Evidence;
import org.jspecify.annotations.Nullable;

/// What a note tells of the patient's own pregnancy.
///
/// @param trimester null where nothing tells it
/// @param completedWeeks null where the note names none, or several
/// @param weeksAt where it names them
/// @param pregnancies how many the patient has had with this one; 0 where the note does not say
public record Gestation(
    Period period,
    @Nullable Trimester trimester,
    @Nullable Integer completedWeeks,
    List<Evidence> weeksAt,
    int pregnancies) {
  /// The patient is not pregnant, or nothing says so.
  public static final Gestation NONE = new Gestation(Period.NONE, null, null, List.of(), 0);

  private static final String ELDERLY = "O095";

  /// Where the patient stands.
  public enum Period {
    NONE,
    PREGNANCY,
    /// Up to six weeks after the delivery (I.C.15.o.1).
    PUERPERIUM
  }

  public Gestation {
    weeksAt = List.copyOf(weeksAt);
  }

  /// The stems that tell which code of a pregnancy is meant; none for other codes.
  public Set<String> telling(String code) {
    Trimester told = trimester;
    if (period != Period.PREGNANCY || told == null || !isOfPregnancy(code)) return Set.of();
    return told.stems();
  }

  /// Whether the note tells that fewer weeks than these are completed.
  boolean isBefore(int week) {
    Integer completed = completedWeeks;
    return completed == null ? trimester == Trimester.FIRST : completed < week;
  }

  /// Whether the note tells that these weeks are completed.
  boolean isFrom(int week) {
    Integer completed = completedWeeks;
    return completed == null ? trimester == Trimester.THIRD : completed >= week;
  }

  /// `Advanced maternal age` is supervised in a first pregnancy by one code, in a later one by
  /// another (Alphabetic Index, Pregnancy, complicated by, elderly).
  public String supervised(String code) {
    if (!code.equals(ELDERLY) || period != Period.PREGNANCY || pregnancies == 0) return code;
    return pregnancies == 1 ? ELDERLY + "1" : ELDERLY + "2";
  }

  /// Supervision and complications of a pregnancy that goes on, and its delivery.
  static boolean isOfPregnancy(String code) {
    return code.startsWith("Z34")
        || (code.charAt(0) == 'O' && code.compareTo("O09") >= 0 && code.compareTo("O85") < 0)
        || code.startsWith("O98")
        || code.startsWith("O99")
        || code.startsWith("O9A");
  }
}

package org.cleanclaim.coding.guideline;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.specificity.Side;

/// How far an Excludes1 note reaches. It does not keep apart two conditions that are unrelated
/// (Official Guidelines I.A.12.a): those of opposite sides are, and a note that names open
/// fractures says nothing of a closed one.
public final class Excludes1Reach {
  private static final Pattern OPEN_FRACTURE = Pattern.compile("\\bopen fracture");

  /// The 7th characters of closed fractures (I.C.19.c).
  private static final String CLOSED = "ADGKP";

  /// Since FY2022 the guidelines want insulin and other drugs for diabetes told together
  /// (I.C.4.a.3); older lists have a note that keeps them apart.
  private static final LocalDate TOGETHER_FROM = LocalDate.of(2021, Month.OCTOBER, 1);

  private static final Set<String> DRUGS_FOR_DIABETES = Set.of("Z794", "Z7984", "Z7985");

  private Excludes1Reach() {}

  /// Whether the guidelines of a day want two codes together, whatever an older list says.
  public static boolean areTogether(String one, String other, LocalDate day) {
    return !day.isBefore(TOGETHER_FROM)
        && DRUGS_FOR_DIABETES.contains(one)
        && DRUGS_FOR_DIABETES.contains(other);
  }

  /// Whether a note that names a code keeps it apart from the one it is printed for.
  public static boolean reaches(Note note, String named, Side namedSide, Side boundSide) {
    if (namedSide.isOpposite(boundSide)) return false;
    boolean isOfOpen = OPEN_FRACTURE.matcher(note.text().toLowerCase(Locale.ROOT)).find();
    boolean isClosed = named.length() == 7 && CLOSED.indexOf(named.charAt(6)) >= 0;
    return !(isOfOpen && isClosed);
  }
}

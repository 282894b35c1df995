package org.cleanclaim.coding.guideline;

import java.util.Locale;
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

  private Excludes1Reach() {}

  /// Whether a note that names a code keeps it apart from the one it is printed for.
  public static boolean reaches(Note note, String named, Side namedSide, Side boundSide) {
    if (namedSide.isOpposite(boundSide)) return false;
    boolean isOfOpen = OPEN_FRACTURE.matcher(note.text().toLowerCase(Locale.ROOT)).find();
    boolean isClosed = named.length() == 7 && CLOSED.indexOf(named.charAt(6)) >= 0;
    return !(isOfOpen && isClosed);
  }
}

package org.cleanclaim.app.codingaudit;

import org.jspecify.annotations.Nullable;

/// One difference between what was coded and what the auditor holds for right.
///
/// @param coded as the coder has it, null where it is missing
/// @param correct as the auditor has it, null where it should not stand
/// @param person who answers for it
public record Mark(
    Element element, Kind kind, @Nullable String coded, @Nullable String correct, String person) {

  /// What the auditor did to the coding.
  public enum Kind {
    ADDED("+", "added"),
    REMOVED("−", "removed"),
    CHANGED("≠", "changed"),
    RESEQUENCED("⇅", "sequence"),
    /// A diagnosis that was not coded goes before the first-listed one, which stands among the
    /// others and counts there.
    PRECEDED("↥", "first");

    private final String sign;
    private final String title;

    Kind(String sign, String title) {
      this.sign = sign;
      this.title = title;
    }

    public String sign() {
      return sign;
    }

    public String title() {
      return title;
    }
  }

  /// What it counts when it stands: a code that was added was missed, any other was wrong.
  public Tally tally() {
    return kind == Kind.ADDED ? new Tally(0, 0, 1) : new Tally(0, 1, 0);
  }

  /// What it counts when it was overturned: the coder's code was right; what was only added falls
  /// away.
  public Tally overturned() {
    return kind == Kind.ADDED || kind == Kind.PRECEDED ? Tally.NONE : new Tally(1, 0, 0);
  }
}

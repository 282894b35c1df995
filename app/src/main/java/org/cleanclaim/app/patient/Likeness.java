package org.cleanclaim.app.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;

/// How much speaks for two records being of one person. A person decides; nothing is merged by it.
///
/// @param points what speaks for it less what speaks against it; [#POSSIBLE] and more is shown
/// @param reasons in words, what speaks for it first
/// @param differences what a person is known by and is not the same on both, in words without what
///   stands there: `birth date`
public record Likeness(int points, List<String> reasons, List<String> differences) {
  /// From so many on it may be the same person: name and birth date, or as much.
  public static final int POSSIBLE = 60;

  /// From so many on it is most likely the same person.
  public static final int LIKELY = 85;

  public Likeness {
    reasons = List.copyOf(reasons);
    differences = List.copyOf(differences);
  }

  public boolean isPossible() {
    return points >= POSSIBLE;
  }

  public boolean isLikely() {
    return points >= LIKELY;
  }

  /// Compares two records.
  public static Likeness of(Registration one, Registration other) {
    var tally = new Tally();
    tally.names(one.name(), other.name());
    tally.birth(one.bornOn(), other.bornOn());
    if (one.sex() != other.sex()) {
      tally.add(-5, "another sex");
      tally.differ("sex");
    }
    boolean isSameZip =
        first5(one.address().postalCode()).equals(first5(other.address().postalCode()));
    if (isSameZip
        && Spelling.plain(one.address().line1()).equals(Spelling.plain(other.address().line1()))) {
      tally.add(15, "the same address");
    }
    if (digits(one.phone()).length() == 10 && digits(one.phone()).equals(digits(other.phone()))) {
      tally.add(10, "the same phone number");
    }
    if (one.ssnLast4() != null && other.ssnLast4() != null) {
      boolean isSame = one.ssnLast4().equals(other.ssnLast4());
      tally.add(
          isSame ? 25 : -30,
          isSame
              ? "the same last four digits of the social security number"
              : "other last four digits of the social security number");
      if (!isSame) tally.differ("social security number");
    }
    return new Likeness(tally.points, tally.reasons, tally.differences);
  }

  private static final class Tally {
    private final List<String> reasons = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int points;

    void add(int more, String reason) {
      points += more;
      reasons.add(reason);
    }

    void differ(String what) {
      differences.add(what);
    }

    void names(PersonName one, PersonName other) {
      String last = Spelling.plain(one.last());
      String otherLast = Spelling.plain(other.last());
      String first = Spelling.plain(one.first());
      String otherFirst = Spelling.plain(other.first());
      if (!last.equals(otherLast) && last.equals(otherFirst) && first.equals(otherLast)) {
        add(40, "first and last name change places");
        return;
      }
      name(last, otherLast, "last name", 30);
      boolean isInitial =
          !first.equals(otherFirst)
              && (first.length() == 1 || otherFirst.length() == 1)
              && !first.isEmpty()
              && !otherFirst.isEmpty()
              && first.charAt(0) == otherFirst.charAt(0);
      if (isInitial) add(12, "the first name is an initial of the other");
      else name(first, otherFirst, "first name", 20);
    }

    private void name(String one, String other, String what, int whole) {
      if (one.isEmpty() || other.isEmpty()) return;
      switch (Spelling.of(one, other)) {
        case SAME -> add(whole, "the same " + what);
        case DIFFERS_IN_LETTERS ->
            add(whole * 7 / 10, "the %s differs in a letter or two".formatted(what));
        case SOUNDS_ALIKE -> add(whole * 6 / 10, "the %s sounds alike".formatted(what));
        case OTHER -> differ(what);
      }
    }

    void birth(LocalDate one, LocalDate other) {
      if (!one.equals(other)) differ("birth date");
      if (one.equals(other)) {
        add(35, "the same birth date");
      } else if (one.getYear() == other.getYear()
          && one.getMonthValue() == other.getDayOfMonth()
          && one.getDayOfMonth() == other.getMonthValue()) {
        add(22, "day and month of birth change places");
      } else if (EditDistance.of(one.toString(), other.toString()) == 1) {
        add(20, "the birth date differs in a digit");
      }
    }
  }

  private static String digits(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[^0-9]", "");
  }

  private static String first5(@Nullable String zip) {
    return zip == null || zip.length() < 5 ? "" : zip.substring(0, 5);
  }
}

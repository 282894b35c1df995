package org.cleanclaim.bench;

/// A patient or a clinician of the generated files.
///
/// @param sex F or M
record Person(String surname, String givenName, String middleInitial, String sex) {
  private static final String[] INITIALS = {"A", "C", "E", "J", "L", "M", "R", "T"};

  static Person any(Dice dice) {
    return of(Invented.surname(dice), dice);
  }

  /// Somebody of the family.
  static Person of(String surname, Dice dice) {
    boolean isWoman = dice.percent(53);
    return new Person(
        surname,
        isWoman ? Invented.womansName(dice) : Invented.mansName(dice),
        dice.percent(40) ? dice.oneOf(INITIALS) : "",
        isWoman ? "F" : "M");
  }

  /// An NM1 up to the name, NM107: the identifier is to follow.
  SegmentBuffer name(SegmentBuffer out, String entity) {
    return out.segment("NM1")
        .element(entity)
        .element("1")
        .element(surname)
        .element(givenName)
        .element(middleInitial)
        .empty(2);
  }
}

package org.cleanclaim.bench;

/// Somebody who treats or refers.
record Clinician(Person person, long npi, String taxonomy) {
  private static final String[] TAXONOMIES = {
    "207Q00000X", "207R00000X", "207RC0000X", "207X00000X", "208000000X", "363A00000X", "363L00000X"
  };

  static Clinician any(Dice dice) {
    return new Clinician(Person.any(dice), Invented.npi(dice), dice.oneOf(TAXONOMIES));
  }

  /// NM1 with the NPI.
  void write(SegmentBuffer out, String entity) {
    person.name(out, entity).element("XX").element(npi).end();
  }
}

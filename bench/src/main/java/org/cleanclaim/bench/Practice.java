package org.cleanclaim.bench;

import java.util.ArrayList;
import java.util.List;

/// A billing provider. A practice of one is a person and bills in its own name.
record Practice(
    String name, long npi, long employerNumber, List<Clinician> clinicians, boolean isOne) {

  static Practice any(Dice dice) {
    boolean isOne = dice.percent(15);
    var clinicians = new ArrayList<Clinician>();
    int size = isOne ? 1 : dice.between(2, 6);
    for (int i = 0; i < size; i++) clinicians.add(Clinician.any(dice));
    return new Practice(
        Invented.practiceName(dice),
        isOne ? clinicians.getFirst().npi() : Invented.npi(dice),
        Invented.employerNumber(dice),
        clinicians,
        isOne);
  }

  Clinician clinician(Dice dice) {
    return clinicians.get(dice.below(clinicians.size()));
  }
}

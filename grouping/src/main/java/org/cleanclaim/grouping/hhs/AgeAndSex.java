package org.cleanclaim.grouping.hhs;

import java.util.List;
import org.cleanclaim.kernel.party.Sex;

/// Ages from one to another, both included, and the sex.
///
/// @param sex [Sex#UNKNOWN] for both
record AgeAndSex(int fromYears, int toYears, Sex sex) {
  boolean holds(int ageYears, Sex theirs) {
    return ageYears >= fromYears && ageYears <= toYears && (sex == Sex.UNKNOWN || sex == theirs);
  }

  static AgeAndSex of(List<String> row, int from, int to, int sex) {
    return new AgeAndSex(
        Integer.parseInt(row.get(from)), Integer.parseInt(row.get(to)), Sex.ofCode(row.get(sex)));
  }
}

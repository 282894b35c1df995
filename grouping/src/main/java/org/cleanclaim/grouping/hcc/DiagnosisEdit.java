package org.cleanclaim.grouping.hcc;

import java.util.List;
import org.cleanclaim.kernel.party.Sex;

/// A diagnosis that counts otherwise, or not at all, for members of one sex or of some ages: the
/// age and sex edits of the CMS software.
///
/// @param sex for whom it holds; [Sex#UNKNOWN] for both
/// @param category in which the diagnosis counts instead; 0 where it does not count
record DiagnosisEdit(Sex sex, int fromYears, int toYears, int category, String reason) {

  boolean holdsFor(Member member) {
    return (sex == Sex.UNKNOWN || sex == member.sex())
        && member.ageYears() >= fromYears
        && member.ageYears() <= toYears;
  }

  static DiagnosisEdit of(List<String> row, int firstCell) {
    String sex = row.get(firstCell);
    return new DiagnosisEdit(
        sex.isEmpty() ? Sex.UNKNOWN : sex.equals("1") ? Sex.MALE : Sex.FEMALE,
        years(row.get(firstCell + 1), 0),
        years(row.get(firstCell + 2), Member.OLDEST_YEARS),
        row.get(firstCell + 3).equals("override") ? Integer.parseInt(row.get(firstCell + 4)) : 0,
        row.get(firstCell + 6));
  }

  private static int years(String text, int otherwise) {
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }
}

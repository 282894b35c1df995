package org.cleanclaim.codesets;

import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Which codes are for one sex or for some ages only, as the Medicare Code Editor's lists say (CMS,
/// Definitions of Medicare Code Edits, chapter 1, edits 3 and 4). A code that no list names is for
/// everybody.
public final class Demographics {
  private final Map<String, Sex> sexes;
  private final Map<String, AgeRange> ages;

  private Demographics(Map<String, Sex> sexes, Map<String, AgeRange> ages) {
    this.sexes = sexes;
    this.ages = ages;
  }

  static Demographics of(@Nullable CodeClasses sexes, @Nullable CodeClasses ages) {
    var sexOf = new HashMap<String, Sex>();
    var ageOf = new HashMap<String, AgeRange>();
    if (sexes != null) {
      sexes
          .rows()
          .forEach(row -> sexOf.put(row.code(), row.kind().equals("F") ? Sex.FEMALE : Sex.MALE));
    }
    if (ages != null) ages.rows().forEach(row -> ageOf.put(row.code(), AgeRange.parse(row.kind())));
    return new Demographics(sexOf, ageOf);
  }

  /// Years of age, both included.
  public record AgeRange(int from, int to) {
    /// Reads `9-64`.
    static AgeRange parse(String text) {
      int dash = text.indexOf('-');
      return new AgeRange(
          Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    public boolean contains(int years) {
      return years >= from && years <= to;
    }
  }

  /// The only sex that the code is for, or null.
  public @Nullable Sex sex(String code) {
    return sexes.get(code);
  }

  /// The only ages that the code is for, or null.
  public @Nullable AgeRange ages(String code) {
    return ages.get(code);
  }

  /// Whether the code may be for such a patient; what is not known of the patient excludes nothing.
  public boolean allow(String code, @Nullable Sex sex, @Nullable Integer ageYears) {
    Sex only = sexes.get(code);
    if (sex != null && only != null && isKnown(sex) && only != sex) return false;
    AgeRange range = ages.get(code);
    return ageYears == null || range == null || range.contains(ageYears);
  }

  private static boolean isKnown(Sex sex) {
    return sex == Sex.FEMALE || sex == Sex.MALE;
  }
}

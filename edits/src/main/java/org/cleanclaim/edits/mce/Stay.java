package org.cleanclaim.edits.mce;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inpatient stay as the editor sees it. Codes are without dots and may be nonsense: the editor
/// says so.
///
/// @param ageYears at admission
/// @param sex 1 male, 2 female, 0 not known, as on the editor's input
/// @param dischargeStatus the patient status of the claim as a number
/// @param principalDiagnosis blank when the claim has none
/// @param secondaryDiagnoses in the order of the claim
public record Stay(
    LocalDate dischargedOn,
    int ageYears,
    int sex,
    int dischargeStatus,
    int lengthOfStayDays,
    @Nullable String admittingDiagnosis,
    String principalDiagnosis,
    List<String> secondaryDiagnoses,
    List<String> procedures) {
  public static final int MALE = 1;
  public static final int FEMALE = 2;
  public static final int UNKNOWN_SEX = 0;

  public Stay {
    secondaryDiagnoses = List.copyOf(secondaryDiagnoses);
    procedures = List.copyOf(procedures);
  }

  /// Masked: codes, age and days could tell who it is.
  @Override
  public String toString() {
    return "Stay";
  }
}

package org.cleanclaim.edits.mce;

/// What the editor can object to, under the names of CMS's editor. All kinds in force hold a claim
/// back before payment, but for the admitting diagnosis, of which the editor only tells.
///
/// Source: Definitions of Medicare Code Edits, chapter 1.
public enum EditKind {
  INVALID_CODE,
  INVALID_ADMIT_DX,
  INVALID_AGE,
  INVALID_SEX,
  INVALID_DISCHARGE_STATUS,
  DUPLICATE_OF_PDX,
  AGE_CONFLICT,
  SEX_CONFLICT,
  E_CODE_AS_PDX,
  MANIFESTATION_AS_PDX,
  QUESTIONABLE_ADMISSION,
  UNACCEPTABLE_PDX,
  REQUIRES_SDX,
  UNSPECIFIED,
  WRONG_PROCEDURE_PERFORMED,
  NON_COVERED,
  LIMITED_COVERAGE,
  INCONSISTENT_WITH_LENGTH_OF_STAY,
  QUESTIONABLE_OBSTETRIC_ADMISSION;

  private static final EditKind[] ALL = values();

  static EditKind at(int ordinal) {
    return ALL[ordinal];
  }

  /// When the kind takes effect.
  public EditClass editClass() {
    return this == INVALID_ADMIT_DX ? EditClass.NONE : EditClass.PREPAYMENT;
  }

  /// Its bit in a set packed into a number; such numbers live in memory only.
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }
}

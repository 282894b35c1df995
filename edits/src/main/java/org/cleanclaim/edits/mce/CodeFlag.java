package org.cleanclaim.edits.mce;

import java.util.Locale;

/// What the editor's tables say of a code. The names are those of the tables.
enum CodeFlag {
  /// Diagnoses of one age class.
  NEWBORN,
  PEDIATRIC,
  MATERNITY,
  ADULT,
  /// Codes of one sex.
  FEMALE,
  MALE,
  /// Diagnoses that cannot be principal: external causes, manifestations, others.
  ECODEPDX,
  MANIF,
  UNACCEPTABLE,
  /// A principal diagnosis that stands only with a secondary one.
  REQSDX,
  /// A principal diagnosis that rarely needs a hospital.
  QADM,
  /// The side is not said though the code could say it.
  UNSPECIFIED,
  /// Wrong operation, wrong patient, wrong side.
  WRNGPROC,
  /// Taking part in a clinical trial, and the two procedures that are covered within one.
  CLINTRIAL,
  COV_Z006A,
  COV_Z006B,
  /// The outcome of a delivery, and the procedures that need one.
  DELOUT,
  CSECT,
  VAGDEL,
  /// Never covered.
  NCOV_A,
  /// Pancreas transplants, with the diagnoses or kidney transplants that make them covered.
  NCOV_B,
  NCOV_B_PXP,
  NCOV_B_KXP,
  /// Not covered with a diagnosis of the same letter.
  NCOV_D,
  NCOV_E,
  NCOV_G,
  /// Not covered above sixty years.
  NCOV_F,
  /// Covered under conditions.
  LCOV,
  /// Ventilation for more than four days.
  LOS;

  /// Its bit in a set packed into a number; such numbers live in memory only.
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }

  /// The flags of a cell such as `NCOV_A,FEMALE`, as bits.
  ///
  /// @throws IllegalArgumentException for a flag that this editor does not know
  static int bits(String cell) {
    int bits = 0;
    for (String name : cell.split("[,;| ]+")) {
      if (!name.isEmpty()) bits |= valueOf(name.toUpperCase(Locale.ROOT)).bit();
    }
    return bits;
  }
}

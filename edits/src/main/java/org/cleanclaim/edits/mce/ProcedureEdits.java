package org.cleanclaim.edits.mce;

import static org.cleanclaim.edits.mce.CodeFlag.CLINTRIAL;
import static org.cleanclaim.edits.mce.CodeFlag.COV_Z006A;
import static org.cleanclaim.edits.mce.CodeFlag.COV_Z006B;
import static org.cleanclaim.edits.mce.CodeFlag.CSECT;
import static org.cleanclaim.edits.mce.CodeFlag.LCOV;
import static org.cleanclaim.edits.mce.CodeFlag.LOS;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_A;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_B;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_B_KXP;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_B_PXP;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_D;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_E;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_F;
import static org.cleanclaim.edits.mce.CodeFlag.NCOV_G;
import static org.cleanclaim.edits.mce.CodeFlag.VAGDEL;
import static org.cleanclaim.edits.mce.MedicareCodeEditor.has;

import java.util.List;

/// The edits of procedures: covered or not, how long the stay was, what else has to be there.
///
/// Source: Definitions of Medicare Code Edits, chapter 1, non-covered procedure, limited coverage,
/// procedure inconsistent with length of stay, questionable obstetric admission.
final class ProcedureEdits {
  /// What some systems fill an empty procedure field with.
  private static final String EMPTY = "0000000";

  /// Discs of the lumbar spine are not covered above this age (NCD 150.10).
  private static final int OLDEST_FOR_DISC = 60;

  /// More than 96 hours of ventilation do not fit into as many days.
  private static final int VENTILATION_DAYS = 4;

  private final EditorTables tables;

  ProcedureEdits(EditorTables tables) {
    this.tables = tables;
  }

  /// The edits of each procedure as bits of [EditKind].
  ///
  /// @param diagnoses the flags of all diagnoses together
  /// @param hasOutcome whether a secondary diagnosis tells the outcome of a delivery
  int[] of(Stay stay, int day, int diagnoses, boolean hasOutcome) {
    List<String> codes = stay.procedures();
    int[] flags = new int[codes.size()];
    int all = 0;
    for (int i = 0; i < flags.length; i++) {
      flags[i] = tables.procedure(codes.get(i), day);
      if (flags[i] != FlaggedCodes.ABSENT) all |= flags[i];
    }
    for (int i = 0; i < flags.length; i++) {
      flags[i] =
          flags[i] == FlaggedCodes.ABSENT
              ? unknown(codes.get(i))
              : known(flags[i], all, diagnoses, hasOutcome, stay);
    }
    return flags;
  }

  private static int unknown(String code) {
    return code.isBlank() || code.equals(EMPTY) ? 0 : EditKind.INVALID_CODE.bit();
  }

  private static int known(int flags, int all, int diagnoses, boolean hasOutcome, Stay stay) {
    int edits = MedicareCodeEditor.sexConflict(flags, stay.sex());
    if (has(flags, LOS) && stay.lengthOfStayDays() <= VENTILATION_DAYS) {
      edits |= EditKind.INCONSISTENT_WITH_LENGTH_OF_STAY.bit();
    }
    if (!isCovered(flags, all, diagnoses, stay.ageYears())) {
      edits |= EditKind.NON_COVERED.bit();
    } else if (has(flags, LCOV)) {
      edits |= EditKind.LIMITED_COVERAGE.bit();
    }
    if (!hasOutcome && (has(flags, CSECT) || has(flags, VAGDEL))) {
      edits |= EditKind.QUESTIONABLE_OBSTETRIC_ADMISSION.bit();
    }
    return edits;
  }

  private static boolean isCovered(int flags, int all, int diagnoses, int ageYears) {
    boolean lacksReason =
        has(flags, NCOV_B_PXP) && !has(all, NCOV_B_KXP) && !has(diagnoses, NCOV_B);
    boolean isExcluded =
        has(flags, NCOV_A)
            || (has(flags, NCOV_D) && has(diagnoses, NCOV_D))
            || (has(flags, NCOV_E) && has(diagnoses, NCOV_E))
            || (has(flags, NCOV_G) && has(diagnoses, NCOV_G))
            || (has(flags, NCOV_F) && ageYears > OLDEST_FOR_DISC);
    return !lacksReason && !isExcluded && !isOutsideTrial(flags, all, diagnoses);
  }

  /// An artificial heart, told by both of its procedures, is covered within a trial only (NCD
  /// 20.9).
  private static boolean isOutsideTrial(int flags, int all, int diagnoses) {
    boolean isPart = has(flags, COV_Z006A) || has(flags, COV_Z006B);
    return isPart && has(all, COV_Z006A) && has(all, COV_Z006B) && !has(diagnoses, CLINTRIAL);
  }
}

package org.cleanclaim.edits.mce;

import static org.cleanclaim.edits.mce.CodeFlag.ADULT;
import static org.cleanclaim.edits.mce.CodeFlag.DELOUT;
import static org.cleanclaim.edits.mce.CodeFlag.ECODEPDX;
import static org.cleanclaim.edits.mce.CodeFlag.FEMALE;
import static org.cleanclaim.edits.mce.CodeFlag.MALE;
import static org.cleanclaim.edits.mce.CodeFlag.MANIF;
import static org.cleanclaim.edits.mce.CodeFlag.MATERNITY;
import static org.cleanclaim.edits.mce.CodeFlag.NEWBORN;
import static org.cleanclaim.edits.mce.CodeFlag.PEDIATRIC;
import static org.cleanclaim.edits.mce.CodeFlag.QADM;
import static org.cleanclaim.edits.mce.CodeFlag.REQSDX;
import static org.cleanclaim.edits.mce.CodeFlag.UNACCEPTABLE;
import static org.cleanclaim.edits.mce.CodeFlag.UNSPECIFIED;
import static org.cleanclaim.edits.mce.CodeFlag.WRNGPROC;

import java.time.LocalDate;
import java.util.List;

/// Judges the codes of inpatient stays as Medicare does before it pays (Medicare Code Editor).
///
/// Source: Definitions of Medicare Code Edits, V43.1, discharges through 2026-09-30.
public final class MedicareCodeEditor {
  /// From this day on the editor knows no codes of one sex, and a sex that is not known is no
  /// error.
  private static final int SEX_UNKNOWN_ALLOWED =
      Math.toIntExact(LocalDate.of(2024, 10, 1).toEpochDay());

  private static final int OLDEST = 124;
  private static final int AGE_FLAGS =
      NEWBORN.bit() | PEDIATRIC.bit() | MATERNITY.bit() | ADULT.bit();

  private final EditorTables tables;
  private final ProcedureEdits procedureEdits;

  private MedicareCodeEditor(EditorTables tables) {
    this.tables = tables;
    this.procedureEdits = new ProcedureEdits(tables);
  }

  public static MedicareCodeEditor with(EditorTables tables) {
    return new MedicareCodeEditor(tables);
  }

  /// All edits of a stay. Whatever the stay holds, there is an answer.
  public StayEdits edit(Stay stay) {
    int day = day(stay.dischargedOn());
    List<String> secondaries = stay.secondaryDiagnoses();
    int[] ofDiagnoses = new int[1 + secondaries.size()];
    int ageFlags = tables.ageFlags(stay.ageYears(), day);

    int principal = tables.diagnosis(stay.principalDiagnosis(), day);
    ofDiagnoses[0] = anyDiagnosis(principal, stay.sex(), ageFlags);
    if (principal != FlaggedCodes.ABSENT) {
      ofDiagnoses[0] |= principal(principal, !secondaries.isEmpty());
    }

    int ofSecondaries = 0;
    for (int i = 0; i < secondaries.size(); i++) {
      String code = secondaries.get(i);
      if (code.isBlank()) continue;
      int flags = tables.diagnosis(code, day);
      ofDiagnoses[i + 1] = anyDiagnosis(flags, stay.sex(), ageFlags);
      if (flags != FlaggedCodes.ABSENT) ofSecondaries |= flags;
      if (code.equalsIgnoreCase(stay.principalDiagnosis())) {
        ofDiagnoses[i + 1] |= EditKind.DUPLICATE_OF_PDX.bit();
      }
    }

    int all = ofSecondaries | (principal == FlaggedCodes.ABSENT ? 0 : principal);
    boolean hasOutcome = has(ofSecondaries, DELOUT);
    int[] ofProcedures = procedureEdits.of(stay, day, all, hasOutcome);
    return new StayEdits(tables.version(), ofDiagnoses, ofProcedures, ofStay(stay, day));
  }

  /// Days beyond what the tables can name hold no code at all.
  private static int day(LocalDate date) {
    return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private int ofStay(Stay stay, int day) {
    int edits = 0;
    if (stay.ageYears() < 0 || stay.ageYears() > OLDEST) edits |= EditKind.INVALID_AGE.bit();
    if (!isSex(stay.sex(), day)) edits |= EditKind.INVALID_SEX.bit();
    if (!tables.isStatus(stay.dischargeStatus(), day)) {
      edits |= EditKind.INVALID_DISCHARGE_STATUS.bit();
    }
    String admitting = stay.admittingDiagnosis();
    if (admitting != null
        && !admitting.isBlank()
        && tables.diagnosis(admitting, day) == FlaggedCodes.ABSENT) {
      edits |= EditKind.INVALID_ADMIT_DX.bit();
    }
    return edits;
  }

  private static boolean isSex(int sex, int day) {
    return sex == Stay.MALE
        || sex == Stay.FEMALE
        || (sex == Stay.UNKNOWN_SEX && day >= SEX_UNKNOWN_ALLOWED);
  }

  private static int anyDiagnosis(int flags, int sex, int ageFlags) {
    if (flags == FlaggedCodes.ABSENT) return EditKind.INVALID_CODE.bit();
    int edits = sexConflict(flags, sex);
    int ages = flags & AGE_FLAGS;
    if (ages != 0 && (ages & ageFlags) == 0) edits |= EditKind.AGE_CONFLICT.bit();
    if (has(flags, UNSPECIFIED)) edits |= EditKind.UNSPECIFIED.bit();
    if (has(flags, WRNGPROC)) edits |= EditKind.WRONG_PROCEDURE_PERFORMED.bit();
    return edits;
  }

  private static int principal(int flags, boolean hasSecondary) {
    int edits = 0;
    if (has(flags, ECODEPDX)) edits |= EditKind.E_CODE_AS_PDX.bit();
    if (has(flags, MANIF)) edits |= EditKind.MANIFESTATION_AS_PDX.bit();
    if (has(flags, QADM)) edits |= EditKind.QUESTIONABLE_ADMISSION.bit();
    if (has(flags, REQSDX)) {
      if (!hasSecondary) edits |= EditKind.REQUIRES_SDX.bit();
    } else if (has(flags, UNACCEPTABLE)) {
      edits |= EditKind.UNACCEPTABLE_PDX.bit();
    }
    return edits;
  }

  /// A sex that is not known conflicts with every code of one sex.
  static int sexConflict(int flags, int sex) {
    boolean conflicts =
        (has(flags, FEMALE) && sex != Stay.FEMALE) || (has(flags, MALE) && sex != Stay.MALE);
    return conflicts ? EditKind.SEX_CONFLICT.bit() : 0;
  }

  static boolean has(int flags, CodeFlag flag) {
    return (flags & flag.bit()) != 0;
  }
}

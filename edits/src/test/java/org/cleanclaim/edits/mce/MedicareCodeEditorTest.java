package org.cleanclaim.edits.mce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.mce.EditKind.AGE_CONFLICT;
import static org.cleanclaim.edits.mce.EditKind.DUPLICATE_OF_PDX;
import static org.cleanclaim.edits.mce.EditKind.E_CODE_AS_PDX;
import static org.cleanclaim.edits.mce.EditKind.INCONSISTENT_WITH_LENGTH_OF_STAY;
import static org.cleanclaim.edits.mce.EditKind.INVALID_ADMIT_DX;
import static org.cleanclaim.edits.mce.EditKind.INVALID_AGE;
import static org.cleanclaim.edits.mce.EditKind.INVALID_CODE;
import static org.cleanclaim.edits.mce.EditKind.INVALID_DISCHARGE_STATUS;
import static org.cleanclaim.edits.mce.EditKind.INVALID_SEX;
import static org.cleanclaim.edits.mce.EditKind.LIMITED_COVERAGE;
import static org.cleanclaim.edits.mce.EditKind.MANIFESTATION_AS_PDX;
import static org.cleanclaim.edits.mce.EditKind.NON_COVERED;
import static org.cleanclaim.edits.mce.EditKind.QUESTIONABLE_ADMISSION;
import static org.cleanclaim.edits.mce.EditKind.QUESTIONABLE_OBSTETRIC_ADMISSION;
import static org.cleanclaim.edits.mce.EditKind.REQUIRES_SDX;
import static org.cleanclaim.edits.mce.EditKind.SEX_CONFLICT;
import static org.cleanclaim.edits.mce.EditKind.UNACCEPTABLE_PDX;
import static org.cleanclaim.edits.mce.EditKind.UNSPECIFIED;
import static org.cleanclaim.edits.mce.EditKind.WRONG_PROCEDURE_PERFORMED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedicareCodeEditorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final MedicareCodeEditor editor = MedicareCodeEditor.with(SmallTables.tables());
  private LocalDate day = DAY;
  private int age = 30;
  private int sex = Stay.FEMALE;
  private int status = 1;
  private int days = 5;
  private String admitting;
  private List<String> procedures = List.of();

  private StayEdits edit(String... diagnoses) {
    var secondaries = Arrays.asList(diagnoses).subList(1, diagnoses.length);
    return editor.edit(
        new Stay(day, age, sex, status, days, admitting, diagnoses[0], secondaries, procedures));
  }

  private Map<EditKind, Integer> counts(String... diagnoses) {
    return edit(diagnoses).counts();
  }

  private Map<EditKind, Integer> with(String procedure, String... diagnoses) {
    procedures = List.of(procedure.split(" "));
    return counts(diagnoses);
  }

  @Test
  void aCleanStayHasNoEdits() {
    assertThat(edit("I10", "J18").editClass()).isEqualTo(EditClass.NONE);
    assertThat(counts("I10", "J18")).isEmpty();
    assertThat(edit("I10").version()).isEqualTo(430);
  }

  @Test
  void theStayItself() {
    age = 125;
    sex = 3;
    status = 99;
    admitting = "QQQ";
    var edits = edit("I10");
    assertThat(edits.ofStay())
        .containsExactlyInAnyOrder(
            INVALID_AGE, INVALID_SEX, INVALID_DISCHARGE_STATUS, INVALID_ADMIT_DX);
    assertThat(edits.editClass()).isEqualTo(EditClass.PREPAYMENT);
  }

  @Test
  void aSexThatIsNotKnownIsNoErrorSinceOctober2024() {
    sex = Stay.UNKNOWN_SEX;
    assertThat(counts("I10")).isEmpty();
    day = LocalDate.of(2024, 9, 30);
    assertThat(counts("I10")).containsOnlyKeys(INVALID_SEX);
    assertThat(counts("N40")).containsOnlyKeys(INVALID_SEX, SEX_CONFLICT);
  }

  @Test
  void theYoungestAndTheOldestAgeAreNoErrors() {
    age = 0;
    assertThat(counts("I10")).isEmpty();
    age = 124;
    assertThat(counts("I10")).isEmpty();
    age = -1;
    assertThat(counts("I10")).containsOnlyKeys(INVALID_AGE);
  }

  @Test
  void theFirstDayOfAnUnknownSexIsTheFirstOfOctober2024() {
    sex = Stay.UNKNOWN_SEX;
    day = LocalDate.of(2024, 10, 1);
    assertThat(counts("I10")).isEmpty();
  }

  @Test
  void anAdmittingDiagnosisIsToldOnly() {
    admitting = "QQQ";
    assertThat(edit("I10").counts()).containsOnlyKeys(INVALID_ADMIT_DX);
    assertThat(edit("I10").editClass()).isEqualTo(EditClass.NONE);
  }

  @Test
  void principalDiagnoses() {
    assertThat(counts("V01", "V01")).isEqualTo(Map.of(E_CODE_AS_PDX, 1, DUPLICATE_OF_PDX, 1));
    assertThat(counts("I10", "V01")).isEmpty();
    assertThat(counts("F02")).containsOnlyKeys(MANIFESTATION_AS_PDX);
    assertThat(counts("R97")).containsOnlyKeys(QUESTIONABLE_ADMISSION);
    assertThat(counts("Z85", "I10")).containsOnlyKeys(UNACCEPTABLE_PDX);
    assertThat(counts("Z51")).containsOnlyKeys(REQUIRES_SDX);
    assertThat(counts("Z51", "I10")).isEmpty();
    assertThat(counts("")).containsOnlyKeys(INVALID_CODE);
  }

  @Test
  void anyDiagnosis() {
    assertThat(counts("S00", "S00", "QQQ"))
        .isEqualTo(Map.of(UNSPECIFIED, 2, DUPLICATE_OF_PDX, 1, INVALID_CODE, 1));
    assertThat(counts("I10", "Y65")).containsOnlyKeys(WRONG_PROCEDURE_PERFORMED);
    assertThat(edit("I10", "P07").ofDiagnosis(1)).containsExactly(AGE_CONFLICT);
    assertThat(edit("I10", "P07").diagnoses()).isEqualTo(2);
    assertThat(counts("I10", "", " ")).as("empty fields").isEmpty();
    assertThat(counts("I10", "O80")).isEmpty();
    age = 60;
    assertThat(counts("I10", "O80")).isEmpty();
    day = LocalDate.of(2019, 9, 30);
    assertThat(counts("I10", "O80")).containsOnlyKeys(AGE_CONFLICT);
    sex = Stay.MALE;
    assertThat(edit("I10", "O80").ofDiagnosis(1))
        .containsExactlyInAnyOrder(AGE_CONFLICT, SEX_CONFLICT);
  }

  @Test
  void coverage() {
    assertThat(with("00A0000", "I10")).containsOnlyKeys(NON_COVERED);
    assertThat(with("00L0000", "I10")).containsOnlyKeys(LIMITED_COVERAGE);
    assertThat(with("00B00P0", "I10")).containsOnlyKeys(NON_COVERED);
    assertThat(with("00B00P0", "I10", "E10")).containsOnlyKeys(LIMITED_COVERAGE);
    assertThat(with("00B00P0 00B00K0", "I10")).isEqualTo(Map.of(LIMITED_COVERAGE, 2));
    assertThat(with("00D0000", "I10")).isEmpty();
    assertThat(with("00D0000", "I10", "C92")).containsOnlyKeys(NON_COVERED);
    assertThat(with("00D0000", "QQQ"))
        .as("an invalid code excludes nothing")
        .containsOnlyKeys(INVALID_CODE);
    assertThat(with("00E0000", "I10")).isEmpty();
    assertThat(with("00E0000", "I10", "C93")).containsOnlyKeys(NON_COVERED);
    assertThat(with("00G0000", "I10")).containsOnlyKeys(SEX_CONFLICT);
    assertThat(with("00G0000", "Z30")).containsOnlyKeys(NON_COVERED, SEX_CONFLICT);
    assertThat(with("0Z0000A 0Z0000B", "I10")).containsOnlyKeys(NON_COVERED);
    assertThat(with("0Z0000A 0Z0000B", "I10", "Z00")).isEmpty();
    assertThat(with("0Z0000A", "I10")).isEmpty();
    assertThat(with("0Z0000A 0Z0000B 0000001", "I10")).isEqualTo(Map.of(NON_COVERED, 2));
    age = 60;
    assertThat(with("00F0000", "I10")).isEmpty();
    age = 61;
    assertThat(with("00F0000", "I10")).containsOnlyKeys(NON_COVERED);
  }

  @Test
  void whatAProcedureNeeds() {
    assertThat(with("00S0000", "I10")).isEmpty();
    assertThat(with("00C0000", "I10")).containsOnlyKeys(QUESTIONABLE_OBSTETRIC_ADMISSION);
    assertThat(with("00V0000", "I10")).containsOnlyKeys(QUESTIONABLE_OBSTETRIC_ADMISSION);
    assertThat(with("00C0000", "I10", "Z37")).isEmpty();
    assertThat(with("00C0000", "Z37")).containsOnlyKeys(QUESTIONABLE_OBSTETRIC_ADMISSION);
    assertThat(with("0000000", "I10")).isEmpty();
    assertThat(with("0XX", "I10")).containsOnlyKeys(INVALID_CODE);
    days = 4;
    assertThat(with("00S0000", "I10")).containsOnlyKeys(INCONSISTENT_WITH_LENGTH_OF_STAY);
  }

  @Test
  void editsOfProceduresStandAtTheirPlace() {
    procedures = List.of("0000001", "00A0000", "0XX");
    var edits = edit("I10");

    assertThat(edits.procedures()).isEqualTo(3);
    assertThat(edits.ofProcedure(0)).isEmpty();
    assertThat(edits.ofProcedure(1)).containsExactly(NON_COVERED);
    assertThat(edits.ofProcedure(2)).containsExactly(INVALID_CODE);
    assertThat(edits.editClass()).isEqualTo(EditClass.PREPAYMENT);
  }

  @Test
  void classesOfEditsAddUp() {
    assertThat(EditClass.NONE.and(EditClass.POSTPAYMENT)).isEqualTo(EditClass.POSTPAYMENT);
    assertThat(EditClass.PREPAYMENT.and(EditClass.NONE)).isEqualTo(EditClass.PREPAYMENT);
    assertThat(EditClass.PREPAYMENT.and(EditClass.PREPAYMENT)).isEqualTo(EditClass.PREPAYMENT);
    assertThat(EditClass.PREPAYMENT.and(EditClass.POSTPAYMENT)).isEqualTo(EditClass.BOTH);
  }

  @Test
  void aStayTellsNothingOfThePatient() {
    var stay = new Stay(day, age, sex, status, days, null, "I10", List.of("O80"), List.of());
    assertThat(stay).hasToString("Stay");
  }

  @Test
  void theOrderOfSecondaryDiagnosesDoesNotMatter() {
    var codes =
        new ArrayList<>(List.of("S00", "P07", "I10", "N40", "QQQ", "Z37", "E10", "C92", "V01"));
    procedures = List.of("00B00P0", "00D0000", "00C0000", "00G0000");
    var random = new Random(43);
    var expected = secondaries(codes);
    assertThat(expected).isNotEmpty();
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(codes, random);
      assertThat(secondaries(codes)).isEqualTo(expected);
    }
  }

  private Map<EditKind, Integer> secondaries(List<String> codes) {
    return editor
        .edit(new Stay(day, age, sex, status, days, null, "I10", codes, procedures))
        .counts();
  }

  @Test
  void nonsenseIsAnswered() {
    day = LocalDate.MAX;
    assertThat(counts("é", "", " ", "I10.", "I".repeat(5000))).containsKey(INVALID_CODE);
    day = LocalDate.MIN;
    age = Integer.MIN_VALUE;
    sex = Integer.MAX_VALUE;
    status = -1;
    days = Integer.MIN_VALUE;
    assertThat(counts("I10")).containsKeys(INVALID_CODE, INVALID_AGE);
    var empty =
        MedicareCodeEditor.with(
            EditorTables.of(new org.cleanclaim.codesets.publication.RuleTables(List.of())));
    assertThat(empty.edit(new Stay(DAY, 1, 1, 1, 1, null, "I10", List.of(), List.of())).counts())
        .containsKey(INVALID_CODE);
  }
}

package org.cleanclaim.edits.mce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

/// On which days codes, ages and statuses hold.
class EditorTablesTest {
  private static final LocalDate FIRST = LocalDate.of(2015, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2019, 9, 30);

  private String[] diagnoses = {"I10 2015-10-01 2026-09-30 -"};
  private String[] procedures = {"0DF5XZZ 2015-10-01 2026-09-30 -"};
  private String[] ages = {"Maternity 2015-10-01 2019-09-30 12 55"};
  private String[] statuses = {"1 2015-10-01 2019-09-30"};

  private EditorTables tables() {
    var codes = List.of("code", "from", "to", "flags");
    return EditorTables.of(
        new RuleTables(
            List.of(
                table("diagnoses", codes, diagnoses),
                table("procedures", codes, procedures),
                table("ages", List.of("type", "from", "to", "start_age", "end_age"), ages),
                table("discharge statuses", List.of("code", "from", "to"), statuses))));
  }

  private static RuleTables.Table table(String name, List<String> columns, String... rows) {
    return new RuleTables.Table(
        name, columns, Arrays.stream(rows).map(EditorTablesTest::cells).toList());
  }

  /// A hyphen alone is an empty cell.
  private static List<String> cells(String row) {
    return Arrays.stream(row.split(" ")).map(cell -> cell.equals("-") ? "" : cell).toList();
  }

  private static int epoch(LocalDate day) {
    return (int) day.toEpochDay();
  }

  @Test
  void aCodeHoldsFromItsFirstDayToItsLast() {
    diagnoses = new String[] {"I10 2015-10-01 2019-09-30 ADULT", "Z99 2015-10-01 2019-09-30 -"};
    var tables = tables();

    assertThat(tables.diagnosis("I10", epoch(FIRST))).isEqualTo(CodeFlag.ADULT.bit());
    assertThat(tables.diagnosis("I10", epoch(LAST))).isEqualTo(CodeFlag.ADULT.bit());
    assertThat(tables.diagnosis("I10", epoch(FIRST) - 1)).isEqualTo(FlaggedCodes.ABSENT);
    for (String code : List.of("I10", "Z99", "A00", "é", "")) {
      assertThat(tables.diagnosis(code, epoch(LAST) + 1)).isEqualTo(FlaggedCodes.ABSENT);
    }
  }

  @Test
  void aCodeThatCameBackHasItsNewFlags() {
    diagnoses =
        new String[] {
          "I10 2020-10-01 2026-09-30 MALE,UNSPECIFIED",
          "I10 2015-10-01 2019-09-30 ADULT",
          "I11 2015-10-01 2026-09-30 -"
        };
    var tables = tables();

    assertThat(tables.diagnosis("I10", epoch(LAST))).isEqualTo(CodeFlag.ADULT.bit());
    assertThat(tables.diagnosis("I10", epoch(LAST) + 1)).isEqualTo(FlaggedCodes.ABSENT);
    assertThat(tables.diagnosis("I10", epoch(LocalDate.of(2020, 10, 1))))
        .isEqualTo(CodeFlag.MALE.bit() | CodeFlag.UNSPECIFIED.bit());
    assertThat(tables.diagnosis("I11", epoch(LAST) + 1)).isZero();
  }

  @Test
  void everyCodeOfALargeTableIsFoundAndNoOther() {
    var random = new Random(20261128);
    var all = new TreeSet<String>();
    while (all.size() < 3_000)
      all.add("%c%03d".formatted('A' + random.nextInt(26), random.nextInt(1000)));
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    var held = shuffled.subList(0, 2_000);
    diagnoses = held.stream().map(code -> code + " 2015-10-01 2019-09-30 -").toArray(String[]::new);
    var tables = tables();

    assertThat(held).allMatch(code -> tables.diagnosis(code, epoch(FIRST)) == 0);
    assertThat(shuffled.subList(2_000, 3_000))
        .allMatch(code -> tables.diagnosis(code, epoch(FIRST)) == FlaggedCodes.ABSENT);
  }

  @Test
  void anAgeClassHasItsFirstAndLastAgeAndDay() {
    var tables = tables();
    int maternity = CodeFlag.MATERNITY.bit();

    assertThat(tables.ageFlags(12, epoch(FIRST))).isEqualTo(maternity);
    assertThat(tables.ageFlags(55, epoch(LAST))).isEqualTo(maternity);
    assertThat(tables.ageFlags(11, epoch(FIRST))).isZero();
    assertThat(tables.ageFlags(56, epoch(LAST))).isZero();
    assertThat(tables.ageFlags(30, epoch(FIRST) - 1)).isZero();
    assertThat(tables.ageFlags(30, epoch(LAST) + 1)).isZero();
  }

  @Test
  void aDischargeStatusHasItsFirstAndLastDay() {
    var tables = tables();

    assertThat(tables.isStatus(1, epoch(FIRST))).isTrue();
    assertThat(tables.isStatus(1, epoch(LAST))).isTrue();
    assertThat(tables.isStatus(1, epoch(FIRST) - 1)).isFalse();
    assertThat(tables.isStatus(1, epoch(LAST) + 1)).isFalse();
    assertThat(tables.isStatus(2, epoch(FIRST))).isFalse();
  }

  @Test
  void theVersionIsThatOfTheLastFiscalYear() {
    assertThat(tables().version()).isEqualTo(430);
    assertThat(tables().lastDay()).isEqualTo("2026-09-30");

    procedures = new String[] {"0DF5XZZ 2026-04-01 2026-09-30 -"};
    assertThat(tables().version()).as("codes of April").isEqualTo(431);

    procedures = new String[] {"0DF5XZZ 2025-04-01 2027-09-30 -"};
    assertThat(tables().version()).as("codes of an earlier April").isEqualTo(440);
    assertThat(tables().lastDay()).isEqualTo("2027-09-30");

    procedures = new String[] {"0DF5XZZ 2026-01-01 2026-09-30 -"};
    assertThat(tables().version()).as("codes of January").isEqualTo(430);
  }

  @Test
  void tablesAreCompleteWithAllFour() {
    assertThat(tables().areComplete()).isTrue();
    String[] none = {};
    var kept = diagnoses;
    diagnoses = none;
    assertThat(tables().areComplete()).isFalse();
    diagnoses = kept;
    kept = procedures;
    procedures = none;
    assertThat(tables().areComplete()).isFalse();
    procedures = kept;
    kept = ages;
    ages = none;
    assertThat(tables().areComplete()).isFalse();
    ages = kept;
    statuses = none;
    assertThat(tables().areComplete()).isFalse();
  }

  @Test
  void cellsThatCannotBeUnderstoodAreRefused() {
    diagnoses = new String[] {"é 2015-10-01 2019-09-30 -"};
    assertThatThrownBy(this::tables).hasMessageContaining("not a code");
    diagnoses = new String[] {"I10 2015-10-01 2019-09-30 UNHEARD_OF"};
    assertThatThrownBy(this::tables).isInstanceOf(IllegalArgumentException.class);
  }
}

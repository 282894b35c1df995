package org.cleanclaim.edits.ncci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ncci.NcciExamples.DAY;
import static org.cleanclaim.edits.ncci.NcciExamples.denied;
import static org.cleanclaim.edits.ncci.NcciExamples.editor;
import static org.cleanclaim.edits.ncci.NcciExamples.line;
import static org.cleanclaim.edits.ncci.NcciExamples.paired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodePairs;
import org.junit.jupiter.api.Test;

/// Pairs of codes of which one is part of the other.
class NcciPairsTest {
  @Test
  void theSecondCodeOfAPairIsDenied() {
    assertThat(denied(paired(null, null, 0), line("A0002", 1), line("A0001", 1)))
        .containsExactly(0);
    assertThat(denied(paired(null, null, 0), line("A0002", 1, "59"), line("A0001", 1)))
        .containsExactly(0);
  }

  @Test
  void aModifierSetsAsideWhatAllowsIt() {
    var editor = paired(null, null, 1);
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "59"))).isEmpty();
    assertThat(denied(editor, line("A0001", 1, "XS"), line("A0002", 1))).isEmpty();
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "RT"))).isEmpty();
    assertThat(denied(editor, line("A0001", 1, "RT"), line("A0002", 1))).containsExactly(1);
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "76"))).containsExactly(1);
    assertThat(denied(editor, line("A0001", 1, "59"), line("A0001", 1), line("A0002", 1)))
        .containsExactly(2);
  }

  @Test
  void modifiersOfVisitsSetAsideVisitsOnly() {
    var pairs = new CodePairs.Builder();
    for (String part : List.of("99213", "20610", "T1015", "Z1016", "G2211")) {
      pairs.add("10060", part, CodePairs.OPEN, CodePairs.OPEN, 1, "test");
    }
    var editor = editor(pairs, Map.of(), Map.of());
    for (String modifier : List.of("24", "25", "27", "57")) {
      for (String visit : List.of("99213", "T1015")) {
        assertThat(denied(editor, line("10060", 1), line(visit, 1, modifier))).isEmpty();
      }
      for (String other : List.of("20610", "G2211")) {
        assertThat(denied(editor, line("10060", 1), line(other, 1, modifier))).containsExactly(1);
      }
      assertThat(denied(editor, line("10060", 1), line("Z1016", 1, modifier)))
          .as("nobody knows what a local code is")
          .isEmpty();
      assertThat(denied(editor, line("10060", 1, modifier), line("99213", 1)))
          .as("on the first code")
          .containsExactly(1);
    }
    for (String modifier : List.of("58", "78", "79", "91", "LT", "59", "XU")) {
      assertThat(denied(editor, line("10060", 1), line("20610", 1, modifier))).isEmpty();
    }
  }

  @Test
  void aTableThatContradictsItselfIsReadAndTheRowInForceHolds() {
    var pairs = new CodePairs.Builder();
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 9, "never");
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 0, "always");
    pairs.add("A0002", "A0001", CodePairs.OPEN, CodePairs.OPEN, 0, "the other way");
    pairs.add("A0003", "A0004", (int) DAY.toEpochDay() - 9, (int) DAY.toEpochDay() + 9, 1, "one");
    pairs.add("A0003", "A0004", (int) DAY.toEpochDay(), CodePairs.OPEN, 1, "overlapping");
    var editor = editor(pairs, Map.of(), Map.of());
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1))).containsExactly(0, 1);
    assertThat(denied(editor, line("A0003", 1), line("A0004", 1))).containsExactly(1);
    assertThat(editor.judge(ServiceKind.PRACTITIONER, List.of(line("A0003", 1), line("A0004", 1))))
        .as("told once")
        .hasSize(1);
  }

  @Test
  void before20190701TheModifierCountsOnTheSecondCodeOnly() {
    var day = LocalDate.of(2019, 6, 30);
    var whole = new NcciLine("A0001", List.of("59"), BigDecimal.ONE, day, day);
    var part = new NcciLine("A0002", List.of(), BigDecimal.ONE, day, day);
    assertThat(denied(paired(null, null, 1), whole, part)).containsExactly(1);
    var later = day.plusDays(1);
    assertThat(
            denied(
                paired(null, null, 1),
                new NcciLine("A0001", List.of("59"), BigDecimal.ONE, later, later),
                new NcciLine("A0002", List.of(), BigDecimal.ONE, later, later)))
        .isEmpty();
  }

  @Test
  void aPairHoldsFromItsFirstDayToItsLast() {
    var lines = new NcciLine[] {line("A0001", 1), line("A0002", 1)};
    assertThat(denied(paired(DAY, null, 0), lines)).containsExactly(1);
    assertThat(denied(paired(DAY.plusDays(1), null, 0), lines)).isEmpty();
    assertThat(denied(paired(DAY.minusDays(9), DAY, 0), lines)).containsExactly(1);
    assertThat(denied(paired(DAY.minusDays(9), DAY.minusDays(1), 0), lines)).isEmpty();
    assertThat(denied(paired(DAY, DAY, 0), lines)).as("withdrawn").isEmpty();
    assertThat(denied(paired(null, null, 9), lines)).as("never applies").isEmpty();
  }

  @Test
  void otherDaysDoNotMeet() {
    var other = DAY.plusDays(1);
    assertThat(
            denied(
                paired(null, null, 0),
                line("A0001", 1),
                new NcciLine("A0002", List.of(), BigDecimal.ONE, other, other)))
        .isEmpty();
  }
}

package org.cleanclaim.app.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cleanclaim.app.codingaudit.CodedVisit.Diagnosis;
import org.cleanclaim.app.codingaudit.CodedVisit.Procedure;
import org.cleanclaim.app.codingaudit.Mark.Kind;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static CodedVisit coded(String diagnoses, String procedures) {
    return new CodedVisit(
        "casey",
        words(diagnoses).stream()
            .map(line -> line.split(":"))
            .map(d -> new Diagnosis(d[0], "", d.length > 1 ? d[1] : null))
            .toList(),
        words(procedures).stream()
            .map(line -> line.split(":"))
            .map(p -> new Procedure(p[0], "", List.of(p).subList(1, p.length), "bill"))
            .toList());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
  }

  private static Tally tally(String codedDiagnoses, String correctDiagnoses, Element element) {
    return Comparison.of(coded(codedDiagnoses, ""), coded(correctDiagnoses, "")).tally(element);
  }

  @Test
  void aMissedAndAnUnsupportedSecondaryDiagnosisCountOnceEach() {
    // Coder I10, E785, Z7984; auditor I10, E785, N183: principal 1 of 1, secondary 1 of 3.
    var comparison = Comparison.of(coded("I10 E785 Z7984", ""), coded("I10 E785 N183", ""));

    assertThat(comparison.tally(Element.PRINCIPAL)).isEqualTo(new Tally(1, 0, 0));
    assertThat(comparison.tally(Element.SECONDARY)).isEqualTo(new Tally(1, 1, 1));
    assertThat(comparison.tally().words()).isEqualTo("50.0 % (2 of 4)");
    assertThat(comparison.marks())
        .extracting(Mark::kind, Mark::coded, Mark::correct)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "Z79.84", null),
            org.assertj.core.groups.Tuple.tuple(Kind.ADDED, null, "N18.3"));
  }

  @Test
  void twoDiagnosesExchangedAreOneErrorOfThePrincipal() {
    var comparison = Comparison.of(coded("E785 I10", ""), coded("I10 E785", ""));

    assertThat(comparison.marks())
        .containsExactly(new Mark(Element.PRINCIPAL, Kind.RESEQUENCED, "E78.5", "I10", "casey"));
    assertThat(comparison.tally()).isEqualTo(new Tally(1, 1, 0));
  }

  @Test
  void aMoreDetailedCodeOfTheCategoryIsOneChange() {
    assertThat(tally("I10 E119", "I10 E1165", Element.SECONDARY)).isEqualTo(new Tally(0, 1, 0));
    assertThat(tally("E119", "E1165", Element.PRINCIPAL)).isEqualTo(new Tally(0, 1, 0));
    // Two of the category against one: one changed, one missed.
    assertThat(tally("I10 E119", "I10 E1165 E1122", Element.SECONDARY))
        .isEqualTo(new Tally(0, 1, 1));
  }

  @Test
  void anotherPrincipalThatWasNotCodedLeavesTheFormerAsSecondary() {
    var comparison = Comparison.of(coded("R05", ""), coded("J440 R05", ""));

    assertThat(comparison.tally(Element.PRINCIPAL)).isEqualTo(new Tally(0, 1, 0));
    assertThat(comparison.tally(Element.SECONDARY)).isEqualTo(new Tally(1, 0, 0));
    assertThat(comparison.marks())
        .singleElement()
        .satisfies(mark -> assertThat(mark.kind()).isEqualTo(Mark.Kind.PRECEDED))
        .satisfies(mark -> assertThat(mark.overturned()).isEqualTo(Tally.NONE));
  }

  @Test
  void theOrderOfSecondaryDiagnosesIsNoError() {
    assertThat(tally("I10 E785 N183", "I10 N183 E785", Element.SECONDARY))
        .isEqualTo(new Tally(2, 0, 0));
  }

  @Test
  void modifiersAndLevelsOfProceduresAreTheCapturersWork() {
    var comparison =
        Comparison.of(
            coded("", "99214 20610:LT J3301"), coded("", "99213:25 20610:RT J3301 97110"));

    assertThat(comparison.tally(Element.PROCEDURE)).isEqualTo(new Tally(2, 1, 1));
    // The 25 beside another level of the visit is no error of its own.
    assertThat(comparison.tally(Element.MODIFIER)).isEqualTo(new Tally(0, 1, 0));
    assertThat(comparison.marks()).extracting(Mark::person).containsOnly("bill");
    assertThat(comparison.marks())
        .extracting(Mark::coded)
        .containsExactlyInAnyOrder("99214", "20610 LT", null);
  }

  @Test
  void twoLinesOfOneProcedureFindTheirLikes() {
    var comparison = Comparison.of(coded("", "97110:GP 97110:GO"), coded("", "97110:GO 97110:GP"));

    assertThat(comparison.marks()).isEmpty();
    assertThat(comparison.tally(Element.MODIFIER)).isEqualTo(new Tally(2, 0, 0));
  }

  @Test
  void presentOnAdmissionIsComparedOnCodesThatBothHave() {
    var comparison =
        Comparison.of(coded("J189:Y N179:N I10:Y A419:Y", ""), coded("J189:Y N179:Y I10", ""));

    assertThat(comparison.tally(Element.POA)).isEqualTo(new Tally(1, 2, 0));
    assertThat(comparison.marks())
        .filteredOn(m -> m.element() == Element.POA)
        .extracting(Mark::kind)
        .containsExactly(Kind.CHANGED, Kind.REMOVED);
  }

  @Test
  void nothingCodedOnEitherSideIsNothingAudited() {
    assertThat(Comparison.of(coded("", ""), coded("", "")).tally().words())
        .isEqualTo("nothing audited");
    assertThat(Comparison.of(coded("", ""), coded("I10 E785", "99213")).tally())
        .isEqualTo(new Tally(0, 0, 3));
    assertThat(Comparison.of(coded("I10 E785", "99213"), coded("", "")).tally())
        .isEqualTo(new Tally(0, 3, 0));
  }

  @Test
  void percentIsRoundedDownAndTheGoalIsComparedExactly() {
    assertThat(new Tally(2, 0, 1).words()).isEqualTo("66.6 % (2 of 3)");
    assertThat(new Tally(1899, 101, 0).percent()).contains(new BigDecimal("94.9"));
    assertThat(new Tally(19, 1, 0).reaches(new BigDecimal("95.0"))).isTrue();
    assertThat(new Tally(1899, 101, 0).reaches(new BigDecimal("95.0"))).isFalse();
    assertThat(Tally.NONE.reaches(new BigDecimal("95.0"))).isFalse();
  }

  @Test
  void anOverturnedAdditionFallsAwayAndAnyOtherFindingBecomesAgreed() {
    var added = new Mark(Element.SECONDARY, Kind.ADDED, null, "I10", "casey");
    var removed = new Mark(Element.SECONDARY, Kind.REMOVED, "I10", null, "casey");

    assertThat(added.overturned()).isEqualTo(Tally.NONE);
    assertThat(removed.overturned()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void aRecodeLikeTheCodersIsHundredPercentAndMarksMirror() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      CodedVisit one = visit(random);
      CodedVisit other = visit(random);

      var same = Comparison.of(one, one);
      assertThat(same.marks()).as("seed %d", seed).isEmpty();
      assertThat(same.tally().numerator()).isEqualTo(same.tally().denominator());

      var there = Comparison.of(one, other);
      var back = Comparison.of(other, one);
      for (Element element : List.of(Element.PRINCIPAL, Element.PROCEDURE, Element.POA)) {
        assertThat(there.tally(element).agreed())
            .as("seed %d", seed)
            .isEqualTo(back.tally(element).agreed());
      }
      assertThat(there.marks().isEmpty()).as("seed %d", seed).isEqualTo(back.marks().isEmpty());
    }
  }

  private static CodedVisit visit(Random random) {
    var codes = new ArrayList<>(List.of("I10", "E119", "E1165", "N183", "J189:Y", "J189:N", "R05"));
    var lines =
        new ArrayList<>(
            List.of("99213", "99213:25", "99214:25", "20610:LT", "20610:RT", "97110:GP"));
    Collections.shuffle(codes, random);
    Collections.shuffle(lines, random);
    return coded(
        String.join(" ", codes.subList(0, random.nextInt(codes.size() + 1))),
        String.join(" ", lines.subList(0, random.nextInt(lines.size() + 1))));
  }
}

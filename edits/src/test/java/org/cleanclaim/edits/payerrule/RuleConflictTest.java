package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rules undo each other, and which only look so.
class RuleConflictTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          line.placeOfService is 11     | set: line.placeOfService 10 | line.placeOfService is 10   | set: line.placeOfService 11 | true
          line.placeOfService is not 10 | set: line.placeOfService 10 | line.placeOfService is 10   | set: line.placeOfService 11 | true
          line.placeOfService is not 11 | set: line.placeOfService 10 | line.placeOfService is 10   | set: line.placeOfService 11 | false
          line.placeOfService is 11     | set: line.placeOfService 10 | line.placeOfService is 12   | set: line.placeOfService 11 | false
          line.placeOfService is 11     | set: line.placeOfService 10 | line.placeOfService is 10   | set: line.placeOfService 10 | false
          claim.note is missing         | set: claim.note X           | claim.note is present       | set: claim.note             | true
          claim.note is missing         | set: claim.note X           | claim.note is missing       | set: claim.note Y           | false
          claim.note is present         | set: claim.note X           | claim.note is present       | set: claim.note             | false
          claim.note is present         | set: claim.note X           | claim.note is present       | set: claim.note Y           | true
          claim.note contains X         | set: claim.note X           | claim.note matches Y        | set: claim.note Y           | true
          claim.type is PROFESSIONAL    | set: claim.note X           | claim.type is PROFESSIONAL  | set: claim.note Y           | true
          claim.type is PROFESSIONAL    | set: claim.note X           | claim.type is INSTITUTIONAL | set: claim.note Y           | false
          claim.type is PROFESSIONAL    | set: claim.note X           | claim.type is not DENTAL    | set: claim.note Y           | true
          claim.type is PROFESSIONAL    | set: claim.note X           | claim.type is PROFESSIONAL  | set: claim.cliaNumber Y     | false
          line.units is 1               | set: line.note X            | line.units is 1.0           | set: line.note Y            | true
          line.units is 1               | set: line.note X            | line.units is 2             | set: line.note Y            | false
          line.units is 1               | set: line.note X            | line.number is 2            | set: line.note Y            | true
          line.charge is 100            | set: line.note X            | line.charge is 100.00       | set: line.note Y            | true
          line.procedure is 99202..99215| set: line.note X            | line.procedure is 99213     | set: line.note Y            | true
          line.procedure is 99202..99215| set: line.note X            | line.procedure is 99216     | set: line.note Y            | false
          line.procedure is 99213       | set: line.note X            | line.procedure is 9921*     | set: line.note Y            | true
          line.procedure is J*          | set: line.note X            | line.procedure is 99202..99215 | set: line.note Y         | true
          line.modifiers is 25          | set: line.note X            | line.modifiers is 59        | set: line.note Y            | true
          line.number is 1              | add: line.modifiers 95      | line.number is 1            | remove: line.modifiers 95, GT | true
          line.number is 1              | remove: line.modifiers 95   | line.number is 1            | add: line.modifiers 95      | true
          line.number is 1              | add: line.modifiers 95      | line.number is 1            | remove: line.modifiers GT   | false
          line.number is 1              | add: line.modifiers 95      | line.number is 1            | add: line.modifiers GT      | false
          line.number is 1              | remove: line.modifiers 95   | line.number is 1            | set: line.modifiers 95      | true
          line.number is 1              | set: line.modifiers 95      | line.number is 1            | remove: line.modifiers GT   | false
          line.number is 1              | tag: a                      | line.number is 1            | tag: b                      | false
          """)
  void twoRulesUndoEachOther(
      String firstWhen, String firstDo, String secondWhen, String secondDo, boolean isConflict) {
    var read =
        PayerRuleFiles.read(
            "a.yaml", rule("R-A", firstWhen, firstDo) + rule("R-B", secondWhen, secondDo));

    assertThat(read.refusals()).isEmpty();
    assertThat(read.conflicts()).hasSize(isConflict ? 1 : 0);
  }

  @Test
  void theRuleThatGoesLastHasTheLastWord() {
    String there = rule("R-THERE", "line.placeOfService is 11", "set: line.placeOfService 10");
    String back = rule("R-BACK", "line.placeOfService is 10", "set: line.placeOfService 11");

    assertThat(reason(there + back)).endsWith("R-THERE has the last word.");
    assertThat(reason(back + there)).endsWith("R-THERE has the last word.");
    assertThat(reason(there.replace("owner", "order: 7\nowner") + back))
        .isEqualTo(
            "R-THERE and R-BACK undo each other at line.placeOfService; R-BACK has the last word.");
  }

  private static String reason(String text) {
    return PayerRuleFiles.read("a.yaml", text).conflicts().getFirst().reason();
  }

  @Test
  void rulesOfDaysThatAreApartDoNotMeet() {
    String there = rule("R-THERE", "line.placeOfService is 11", "set: line.placeOfService 10");
    String back = rule("R-BACK", "line.placeOfService is 10", "set: line.placeOfService 11");
    String ended = there.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2026-01-01");

    assertThat(PayerRuleFiles.read("a.yaml", ended + back).conflicts()).hasSize(1);
    assertThat(
            PayerRuleFiles.read("a.yaml", ended + back.replace("2020-01-01", "2026-01-01"))
                .conflicts())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -               | -               | true
          payer P1        | -               | true
          payer P1        | payer P1        | true
          payer P1        | payer P2        | false
          payer P1        | class MEDICARE  | true
          class MEDICARE  | payer P1        | true
          class MEDICARE  | class MEDICARE  | true
          class MEDICARE  | class MEDICAID  | false
          class MEDICARE  | -               | true
          payer P1, class MEDICARE | payer P1, class MEDICAID | true
          payer P1, class MEDICARE | payer P2 | true
          type PROFESSIONAL | type DENTAL   | false
          type PROFESSIONAL | type PROFESSIONAL | true
          billing 1234567893 | billing 1245319599 | false
          rendering 1234567893 | rendering 1245319599 | false
          rendering 1234567893 | billing 1245319599 | true
          """)
  void scopesMeetWhenOneClaimMayBeMeantByBoth(String first, String second, boolean isMeeting) {
    assertThat(scope(first).meets(scope(second))).isEqualTo(isMeeting);
    assertThat(scope(second).meets(scope(first))).isEqualTo(isMeeting);
  }

  private static RuleScope scope(String words) {
    return new RuleScope(
        named(words, "payer ").map(PayerId::new).collect(Collectors.toSet()),
        named(words, "class ").map(PayerClass::valueOf).collect(Collectors.toSet()),
        named(words, "type ").map(ClaimType::valueOf).collect(Collectors.toSet()),
        named(words, "billing ").map(Npi::new).collect(Collectors.toSet()),
        named(words, "rendering ").map(Npi::new).collect(Collectors.toSet()));
  }

  private static Stream<String> named(String words, String kind) {
    return Stream.of(words.split(", "))
        .filter(w -> w.startsWith(kind))
        .map(w -> w.substring(kind.length()));
  }

  @Test
  void aScopeCoversItsPayersTypesAndProviders() {
    var visit = ExampleClaim.plainVisit(); // payer EXAMPLE of a commercial class

    for (String covering :
        List.of(
            "-",
            "payer EXAMPLE",
            "class COMMERCIAL",
            "payer P2, class COMMERCIAL",
            "payer EXAMPLE, class MEDICARE",
            "type PROFESSIONAL",
            "billing 1234567893",
            "rendering 1234567893")) {
      assertThat(scope(covering).covers(visit)).as(covering).isTrue();
    }
    for (String other :
        List.of(
            "payer P2",
            "class MEDICARE",
            "type DENTAL",
            "billing 1245319599",
            "rendering 1245319599",
            "payer EXAMPLE, type DENTAL")) {
      assertThat(scope(other).covers(visit)).as(other).isFalse();
    }
    assertThat(Set.of(PayerClass.values()))
        .allMatch(each -> each == PayerClass.COMMERCIAL || !scope("class " + each).covers(visit));
  }
}

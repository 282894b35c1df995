package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.edits.payerrule.RuleExample.Expected;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.Carc;
import org.junit.jupiter.api.Test;

/// Conditions, actions, order and stop.
class PayerRulesTest {
  /// A week after the visit of the examples.
  static final LocalDate JUDGED = LocalDate.of(2026, 3, 9);

  @Test
  void aRuleOfLinesSaysSoOfEachLineThatItMeets() throws Exception {
    var outcome =
        run(
            rule("R-ONE", "line.procedure is 992*", "hold: Stop.\n    fix: Mend.\n    denial: 16"),
            visit("99213", "J1100", "99214"));

    assertThat(outcome.findings()).extracting(f -> f.place().serviceLine()).containsExactly(1, 3);
    Finding first = outcome.findings().getFirst();
    assertThat(first.severity()).isEqualTo(Severity.ERROR);
    assertThat(first.expectedDenial()).isEqualTo(new Carc("16"));
    assertThat(first.place().inWords()).isEqualTo("line 1, Procedure");
    assertThat(first.source().source()).isEqualTo("A letter");
  }

  @Test
  void changesAreMadeOnACopyAndRecorded() throws Exception {
    Claim before = visit("99213");
    var outcome =
        run(
            rule("R-ADD", "line.procedure is 99213", "add: line.modifiers 95, 25")
                + rule("R-SET", "line.modifiers is 95", "set: line.placeOfService 10")
                + rule("R-TAKE", "line.modifiers is 25", "remove: line.modifiers 25"),
            before);

    assertThat(before.lines().getFirst().modifiers()).isEmpty();
    assertThat(outcome.claim().lines().getFirst().modifiers())
        .extracting(Object::toString)
        .containsExactly("95");
    assertThat(outcome.claim().lines().getFirst().placeOfService()).hasToString("10");
    assertThat(outcome.claim().totalCharge()).isEqualTo(before.totalCharge());
    assertThat(outcome.changes())
        .extracting(
            c -> c.ruleId() + " " + c.place().inWords() + " " + c.before() + ">" + c.after())
        .containsExactly(
            "R-ADD line 1, Modifiers >95, 25",
            "R-SET line 1, Place of service 11>10",
            "R-TAKE line 1, Modifiers 95, 25>95");
  }

  @Test
  void orderIsObeyedAndStopEndsTheRun() throws Exception {
    String text =
        rule("R-LATER", "claim.type is PROFESSIONAL", "tag: later")
            + rule("R-FIRST", "claim.type is PROFESSIONAL", "tag: first")
                .replace("owner", "order: 1\nafter: stop\nowner");

    var outcome = run(text, visit("99213"));

    assertThat(outcome.tags()).containsExactly("first");
    assertThat(outcome.fired()).extracting(Object::toString).containsExactly("R-FIRST");
  }

  @Test
  void aRuleHoldsInItsPeriodAndForItsClaimsOnly() throws Exception {
    String past =
        rule("R-PAST", "claim.type is PROFESSIONAL", "tag: past")
            .replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2026-03-02");
    String scoped =
        rule("R-CARE", "claim.type is PROFESSIONAL", "tag: care")
            .replace("owner", "scope: {payerClasses: [MEDICARE]}\nowner");
    String payer =
        rule("R-PAYER", "claim.type is PROFESSIONAL", "tag: payer")
            .replace("owner", "scope: {payers: [EXAMPLE], renderingNpis: [1234567893]}\nowner");

    assertThat(run(past + scoped + payer, visit("99213")).tags()).containsExactly("payer");
  }

  @Test
  void comparisonsReadNumbersMoneyDaysAndMissingFields() throws Exception {
    assertThat(fires("claim.totalCharge is at least 100.00")).isTrue();
    assertThat(fires("claim.totalCharge is more than 100")).isFalse();
    assertThat(fires("claim.totalCharge is 100")).isTrue();
    assertThat(fires("patient.age is 55")).isTrue();
    assertThat(fires("patient.age is less than 55")).isFalse();
    assertThat(fires("claim.servedFrom is at most 2026-03-02")).isTrue();
    assertThat(fires("claim.onsetOn is less than 2030-01-01")).isFalse();
    assertThat(fires("claim.cliaNumber is missing")).isTrue();
    assertThat(fires("claim.cliaNumber is not 1")).isTrue();
    assertThat(fires("claim.cliaNumber does not match 1")).isFalse();
    assertThat(fires("diagnosis.principal is I*")).isTrue();
    assertThat(fires("payer.name contains EXAMPLE")).isTrue();
    assertThat(fires("line.procedure is 99202..99212")).isFalse();
  }

  @Test
  void groupsAskForAnyNoOrEveryLine() throws Exception {
    Claim claim = visit("99213", "J1100");
    assertThat(run(rule("R-ANY", "any line: [line.procedure is J1100]", "tag: t"), claim).tags())
        .hasSize(1);
    assertThat(run(rule("R-NONE", "no line: [line.procedure is J1100]", "tag: t"), claim).tags())
        .isEmpty();
    assertThat(run(rule("R-ALL", "every line: [line.procedure is J1100]", "tag: t"), claim).tags())
        .isEmpty();
    assertThat(
            run(
                    rule(
                        "R-OR",
                        "any of: [payer.class is MEDICAID, payer.class is COMMERCIAL]",
                        "tag: t"),
                    claim)
                .tags())
        .hasSize(1);
  }

  @Test
  void expressionsSeeFieldsAndLines() throws Exception {
    Claim claim = visit("99213", "J1100");
    assertThat(
            run(
                    rule(
                        "R-X1",
                        "expression: claim.totalCharge == 20000 && patient.age > 50",
                        "tag: t"),
                    claim)
                .tags())
        .hasSize(1);
    assertThat(
            run(
                    rule(
                        "R-X2",
                        "expression: lines.exists(l, l.procedure == \"J1100\" && l.units == 1.0)",
                        "tag: t"),
                    claim)
                .tags())
        .hasSize(1);
    assertThat(
            run(
                    rule(
                        "R-X3",
                        "expression: line.procedure.startsWith(\"J\")",
                        "hold: Stop.\n    fix: Mend."),
                    claim)
                .findings())
        .extracting(f -> f.place().serviceLine())
        .containsExactly((Integer) null);
  }

  @Test
  void anExpressionThatTakesTooLongIsSaidAndNothingElseStops() throws Exception {
    String[] codes = new String[200];
    java.util.Arrays.fill(codes, "99213");
    var outcome =
        run(
            rule(
                    "R-SLOW",
                    "expression: lines.all(a, lines.all(b, a.number + b.number > 0.0))",
                    "tag: slow")
                + rule("R-NEXT", "claim.type is PROFESSIONAL", "tag: next"),
            visit(codes));

    assertThat(outcome.tags()).containsExactly("next");
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.rule()).hasToString("R-SLOW"));
  }

  @Test
  void aWarningDoesNotHoldAndPointsWhereItIsTold() throws Exception {
    var warning =
        run(
                rule(
                    "R-W",
                    "claim.type is PROFESSIONAL",
                    "warn: Look.\n    fix: Mend.\n    at: claim.note"),
                visit("99213"))
            .findings()
            .getFirst();

    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.place().inWords()).isEqualTo("Note");
    assertThat(warning.message()).isEqualTo("Look.");
    assertThat(warning.remedy()).isEqualTo("Mend.");
    assertThat(warning.expectedDenial()).isNull();
    assertThat(warning.source().period().contains(java.time.LocalDate.of(2020, 1, 1))).isTrue();
  }

  @Test
  void aRuleOfLinesMayPointToAFieldOfTheClaim() throws Exception {
    var findings =
        run(
                rule(
                    "R-L",
                    "line.procedure is J1100",
                    "hold: Stop.\n    fix: Mend.\n    at: claim.note"),
                visit("99213", "J1100"))
            .findings();
    assertThat(findings).extracting(f -> f.place().inWords()).containsExactly("Note");
  }

  @Test
  void aFindingPointsToTheFirstFieldOfTheLineThatIsAskedFor() throws Exception {
    var conditions = "claim.type is PROFESSIONAL\n  - line.units is 1\n  - line.procedure is J1100";
    var findings =
        run(rule("R-L", conditions, "hold: Stop.\n    fix: Mend."), visit("99213", "J1100"))
            .findings();
    assertThat(findings).extracting(f -> f.place().inWords()).containsExactly("line 2, Units");
  }

  @Test
  void oneLineIsChangedAndTheOthersStay() throws Exception {
    var outcome =
        run(
            rule("R-ADD", "line.procedure is J1100", "add: line.modifiers JZ, JZ"),
            visit("99213", "J1100"));

    assertThat(outcome.claim().lines().getFirst().modifiers()).isEmpty();
    assertThat(outcome.claim().lines().getLast().modifiers())
        .extracting(Object::toString)
        .containsExactly("JZ");
    assertThat(outcome.changes())
        .singleElement()
        .satisfies(c -> {
          assertThat(c.place().inWords()).isEqualTo("line 2, Modifiers");
          assertThat(c.version()).isEqualTo(1);
          assertThat(c).hasToString("RuleChange[R-ADD v1, line 2, Modifiers]");
        });
  }

  @Test
  void twoActionsOnOneLineSeeOneAnother() throws Exception {
    var outcome =
        run(
            rule(
                "R-TWO",
                "line.procedure is 99213",
                "add: line.modifiers 25\n  - add: line.modifiers 95"),
            visit("99213"));
    assertThat(outcome.changes())
        .extracting(c -> c.before() + ">" + c.after())
        .containsExactly(">25", "25>25, 95");
  }

  @Test
  void textOfTheClaimIsWrittenAsItStandsAndEmptied() throws Exception {
    var outcome =
        run(
            rule("R-A", "claim.note is missing", "set: claim.note Seen at home, twice")
                + rule("R-B", "claim.note is present", "set: claim.note"),
            visit("99213"));

    assertThat(outcome.changes())
        .extracting(c -> c.place().inWords() + ": " + c.before() + ">" + c.after())
        .containsExactly("Note: >Seen at home, twice", "Note: Seen at home, twice>");
    assertThat(outcome.claim().note()).isNull();
  }

  @Test
  void whatIsThereAlreadyIsNoChange() throws Exception {
    Claim claim = visit("99213");
    var outcome = run(rule("R-S", "line.procedure is 99213", "set: line.placeOfService 11"), claim);
    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.claim()).isSameAs(claim);
    assertThat(outcome.fired()).hasSize(1);
  }

  @Test
  void anExpressionThatMeetsAStrangeValueIsSaidOfItsRule() throws Exception {
    var outcome =
        run(
            rule("R-INT", "expression: int(line.procedure) > 5", "tag: number"),
            visit("99213", "J1100"));

    assertThat(outcome.tags()).containsExactly("number");
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.severity()).isEqualTo(Severity.WARNING);
          assertThat(f.message()).contains("could not be decided");
        });
  }

  @Test
  void anAlternativeThatCannotBeDecidedLeavesTheOthers() throws Exception {
    Claim claim = visit("J1100");
    String strange = "expression: int(line.procedure) > 5";
    assertThat(
            run(rule("R-OR", "any of: [{" + strange + "}, line.units is 1]", "tag: t"), claim)
                .tags())
        .hasSize(1);
    assertThat(
            run(rule("R-OR", "any of: [{" + strange + "}, line.units is 2]", "tag: t"), claim)
                .findings())
        .hasSize(1);
    assertThat(run(rule("R-AND", strange + "\n  - line.units is 2", "tag: t"), claim).findings())
        .as("a clear no ends the question")
        .isEmpty();
    assertThat(run(rule("R-ANY", "any line: [{" + strange + "}]", "tag: t"), claim).findings())
        .hasSize(1);
  }

  @Test
  void everyLineAndNoLineHoldWhenAllLinesSaySo() throws Exception {
    Claim claim = visit("99213", "99214");
    assertThat(run(rule("R-ALL", "every line: [line.procedure is 992*]", "tag: t"), claim).tags())
        .hasSize(1);
    assertThat(run(rule("R-NO", "no line: [line.procedure is J*]", "tag: t"), claim).tags())
        .hasSize(1);
    assertThat(run(rule("R-ANY", "any line: [line.procedure is J*]", "tag: t"), claim).tags())
        .isEmpty();
  }

  @Test
  void expressionsReadEveryKindOfField() throws Exception {
    String all =
        "claim.servedFrom == '2026-03-02' && claim.note == '' && patient.age == 55.0"
            + " && claim.cliaNumber == '' && 'I10' in diagnosis.codes && claim.onsetOn == ''"
            + " && line.ndcQuantity == -1.0 && line.charge == 10000"
            + " && lines.all(l, l.charge == 10000 && l.note == '')";
    assertThat(run(rule("R-X", "expression: \"" + all + "\"", "tag: t"), visit("99213")).tags())
        .hasSize(1);
  }

  @Test
  void rulesOfOneOrderGoByTheirIdAndVersion() throws Exception {
    String first = rule("R-A", "claim.type is PROFESSIONAL", "tag: t");
    String text =
        rule("R-B", "claim.type is PROFESSIONAL", "tag: t")
            + first.replace("version: 1", "version: 2").replace("2020-01-01", "2026-01-01")
            + first.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2026-01-01");
    var read = PayerRuleFiles.read("a.yaml", text);

    assertThat(PayerRules.of(read.rules()).rules())
        .extracting(r -> r.id() + " " + r.version())
        .containsExactly("R-A 1", "R-A 2", "R-B 1");
    assertThat(run(text, visit("99213")).fired())
        .extracting(Object::toString)
        .containsExactly("R-A", "R-B");
  }

  private static boolean fires(String condition) throws Exception {
    return !run(rule("R-C", condition, "tag: t"), visit("99213")).fired().isEmpty();
  }

  static String rule(String id, String when, String action) {
    return """
    rule: %s
    version: 1
    title: A rule
    intent: Something good
    owner: Ana
    reason: A denial
    source: A letter
    from: 2020-01-01
    when:
      - %s
    do:
      - %s
    ---
    """
        .formatted(id, when, action);
  }

  static RuleOutcome run(String text, Claim claim) {
    var read = PayerRuleFiles.read("a.yaml", text);
    assertThat(read.refusals()).isEmpty();
    return PayerRules.of(read.rules()).apply(claim, JUDGED);
  }

  static Claim visit(String... procedures) throws Exception {
    var lines =
        java.util.Arrays.stream(procedures)
            .map(code -> Map.of(ClaimField.LINE_PROCEDURE, List.of(code)))
            .toList();
    return ExampleClaim.of(new RuleExample(Expected.FAILS, "", Map.of(), lines, 1));
  }
}

package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused, and how it is said.
class PayerRuleFilesTest {
  private static final String GOOD = rule("R-GOOD", "claim.type is PROFESSIONAL", "tag: t");

  @Test
  void aRefusedRuleLeavesTheOthers() {
    var read = PayerRuleFiles.read("a.yaml", GOOD + rule("R-BAD", "line.procedur is 1", "tag: t"));

    assertThat(read.rules()).hasSize(1);
    assertThat(read.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.line()).isEqualTo(23);
          assertThat(refusal.rule()).isEqualTo("R-BAD");
          assertThat(refusal.reason()).contains("line.procedur");
          assertThat(refusal.remedy()).contains("line.procedure");
        });
  }

  @Test
  void eachFaultHasItsReason() {
    refused(GOOD.replace("owner: Ana\n", ""), "\"owner\" is missing.");
    refused(GOOD.replace("owner", "ownr"), "There is no \"ownr\" here.");
    refused(GOOD.replace("rule: R-GOOD", "rule: r good"), "The id of a rule");
    refused(GOOD.replace("2020-01-01", "tomorrow"), "A day is expected here.");
    refused(rule("R-A", "patient.age is at least old", "tag: t"), "is no number");
    refused(rule("R-A", "payer.id is at least 5", "tag: t"), "has no order");
    refused(rule("R-A", "payer.id equals 5", "tag: t"), "is no comparison");
    refused(rule("R-A", "payer.id matches (", "tag: t"), "The pattern is not in form");
    refused(rule("R-A", "payer.id is 5", "set: claim.totalCharge 5"), "Rules do not change");
    refused(rule("R-A", "payer.id is 5", "set: line.placeOfService 10"), "does not say which line");
    refused(rule("R-A", "line.number is 1", "set: line.placeOfService home"), "cannot hold home");
    refused(rule("R-A", "payer.id is 5", "add: claim.note x"), "holds one value");
    refused(rule("R-A", "payer.id is 5", "hold: Stop."), "\"fix\" is missing.");
    refused(rule("R-A", "payer.id is 5", "explode: now"), "There is no \"explode\" here.");
    refused("- a\n- b\n", "Names with values are expected here.");
    refused("rule: [\n", "The file is not in form");
    refused("a: &x [1]\nb: *x\n", "cannot be read as YAML");
  }

  @Test
  void partsOfARuleThatDoNotFitAreRefused() {
    refused(GOOD.replace("version: 1", "version: 0"), "Versions count from 1.");
    refused(GOOD.replace("version: 1", "version: one"), "A whole number is expected here.");
    refused(GOOD.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2020-01-01"), "ends before");
    refused(GOOD.replace("owner", "after: sometimes\nowner"), "is none of the words");
    refused(GOOD.replace("owner", "scope: {billingNpis: [1]}\nowner"), "is no such number");
    refused(GOOD.replace("owner", "scope: {payerClasses: [RICH]}\nowner"), "is none of the words");
    refused(GOOD.replace("owner", "title: again\nowner"), "\"title\" stands twice.");
    refused(GOOD.replace("A denial", "[a, b]"), "A single value is expected here.");
    refused(GOOD.replace("reason: A denial", "reason:"), "\"reason\" is missing.");
    refused(
        GOOD.replace("---\n", "examples: {passes: [{claim.type: SPOKEN}]}\n---\n"), "is no claim");
    refused(GOOD.replace("---\n", "examples: {passes: [{claim.tipe: X}]}\n---\n"), "claim.tipe");
  }

  @Test
  void actionsThatDoNotFitAreRefused() {
    refused(rule("R-A", "payer.id is 5", "{tag: t, set: claim.note x}"), "does one thing");
    refused(rule("R-A", "payer.id is 5", "{fix: Mend.}"), "does one thing");
    refused(rule("R-A", "payer.id is 5", "{tag: t, fix: Mend.}"), "Only hold and warn");
    refused(rule("R-A", "payer.id is 5", "{hold: S., fix: M., denial: '?'}"), "reason code");
    refused(rule("R-A", "payer.id is 5", "{hold: S., fix: M., at: line.note}"), "which line");
    refused(rule("R-A", "line.number is 1", "add: line.modifiers"), "There is no value.");
    refused(rule("R-A", "line.number is 1", "remove: line.note x"), "holds one value");
    refused(rule("R-A", "payer.id is 5", "set: claim.onsetOn 2026-02-30"), "cannot hold");
    refused(rule("R-A", "{any of: [a], no line: [b]}", "tag: t"), "A condition says one thing.");
    assertThat(
            PayerRuleFiles.read(
                    "a", rule("R-A", "line.number is 1", "{hold: S., fix: M., at: line.note}"))
                .refusals())
        .isEmpty();
  }

  @Test
  void aMistypedFieldIsGuessed() {
    var refusal =
        PayerRuleFiles.read("a.yaml", rule("R-A", "claim.notes is 1", "tag: t"))
            .refusals()
            .getFirst();
    assertThat(refusal.remedy()).contains("claim.note?");
    assertThat(refusal.file()).isEqualTo("a.yaml");
    assertThat(refusal.line()).isEqualTo(10);
  }

  @Test
  void anEmptyFileHoldsNoRulesAndABrokenOneIsRefusedAtItsLine() {
    assertThat(PayerRuleFiles.read("a.yaml", "").refusals()).isEmpty();
    assertThat(PayerRuleFiles.read("a.yaml", "---\n---\n").refusals()).isEmpty();
    assertThat(PayerRuleFiles.read("a.yaml", GOOD + "rule: [\n").refusals().getFirst().line())
        .isGreaterThan(12);
  }

  @Test
  void aVersionThatOverlapsIsRefusedWhereItStands() {
    String second = GOOD.replace("version: 1", "version: 2");
    var read = PayerRuleFiles.read("a.yaml", second + GOOD);

    assertThat(read.rules()).extracting(PayerRule::version).containsExactly(1);
    assertThat(read.refusals().getFirst().line()).isEqualTo(1);
    assertThat(read.refusals().getFirst().reason()).endsWith("days of version 1 (a.yaml:14).");
  }

  @Test
  void examplesAreJudgedOnADayInForceUnlessTheyNameAnother() {
    String text =
        GOOD.replace("from: 2020-01-01", "from: 2030-01-01")
            .replace(
                "---\n",
                """
                examples:
                  passes:
                    - {claim.type: DENTAL}
                  fails:
                    - {claim.type: PROFESSIONAL}
                    - {claim.type: PROFESSIONAL, line.servedFrom: 2029-12-31}
                ---
                """);

    var result = RuleTester.test(PayerRuleFiles.read("a.yaml", text).rules()).getFirst();

    assertThat(result.examples()).isEqualTo(3);
    assertThat(result.failures())
        .singleElement()
        .satisfies(f ->
            assertThat(f)
                .endsWith(
                    "did not fire on an example that fails (it is not in force on 2029-12-31)."));
    assertThat(result.rule()).hasToString("R-GOOD");
  }

  @Test
  void aProvenRuleHasAnExampleOfEachKind() {
    String text =
        GOOD.replace(
            "---\n",
            """
            examples:
              passes: {claim.type: DENTAL}
              fails: {name: x, lines: [{note: y}]}
            ---
            """);
    assertThat(RuleTester.test(PayerRuleFiles.read("a.yaml", text).rules()).getFirst().isProven())
        .isTrue();
  }

  @Test
  void oneFileIsReadByItsPath(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("one.yaml"), GOOD);
    assertThat(PayerRuleFiles.read(file).rules())
        .extracting(PayerRule::file)
        .containsExactly(file.toString());
  }

  @Test
  void expressionsAreCheckedWhenRead() {
    refused(expression("lines.exists(l, l.color == 'red')"), "undefined field 'color'");
    refused(expression("patient.age == 'old'"), "no matching overload");
    refused(expression("claim.procedures.size()"), "expected type 'bool'");
    refused(expression("'a' == '" + "a".repeat(CelCondition.MOST_CHARACTERS) + "'"), "characters");
    refused(
        expression("lines.all(a, lines.all(b, lines.all(c, a.number < b.number + c.number)))"),
        "may not end in time");
  }

  @Test
  void versionsDoNotOverlap() {
    String second = GOOD.replace("version: 1", "version: 2").replace("2020-01-01", "2026-01-01");

    refused(GOOD + second, "Version 2 holds on days of version 1");
    var apart =
        PayerRuleFiles.read(
            "a.yaml",
            GOOD.replace("from: 2020-01-01", "from: 2020-01-01\nuntil: 2026-01-01") + second);
    assertThat(apart.refusals()).isEmpty();
    assertThat(apart.rules()).hasSize(2);
  }

  @Test
  void rulesThatUndoEachOtherAreFound() {
    String there = rule("R-THERE", "line.placeOfService is 11", "set: line.placeOfService 10");
    String back = rule("R-BACK", "line.placeOfService is 10", "set: line.placeOfService 11");

    var read = PayerRuleFiles.read("a.yaml", there + back);

    assertThat(read.rules()).hasSize(2);
    assertThat(read.conflicts())
        .singleElement()
        .satisfies(conflict -> {
          assertThat(conflict.reason()).contains("R-THERE", "R-BACK", "line.placeOfService");
          assertThat(conflict.remedy()).isNotBlank();
        });
    assertThat(PayerRuleFiles.read("a.yaml", there).conflicts()).isEmpty();
    String other = back.replace("owner", "scope: {payerClasses: [MEDICARE]}\nowner");
    String scoped = there.replace("owner", "scope: {payerClasses: [MEDICAID]}\nowner");
    assertThat(PayerRuleFiles.read("a.yaml", scoped + other).conflicts()).isEmpty();
  }

  @Test
  void aRuleThatAddsWhatAnotherRemovesIsFound() {
    String add = rule("R-ADD", "line.procedure is 99213", "add: line.modifiers 95");
    String remove = rule("R-REMOVE", "line.modifiers is 95", "remove: line.modifiers 95");
    String elsewhere = rule("R-REMOVE", "line.procedure is 99214", "remove: line.modifiers 95");

    assertThat(PayerRuleFiles.read("a.yaml", add + remove).conflicts()).hasSize(1);
    assertThat(PayerRuleFiles.read("a.yaml", add + elsewhere).conflicts()).isEmpty();
  }

  @Test
  void filesOfAFolderAreReadInTheirOrder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("b.yml"), GOOD.replace("R-GOOD", "R-B"));
    Files.writeString(folder.resolve("a.yaml"), GOOD.replace("R-GOOD", "R-A"));
    Files.writeString(folder.resolve("note.txt"), "nothing");

    assertThat(PayerRuleFiles.read(folder).rules())
        .extracting(rule -> rule.id() + " " + rule.file())
        .containsExactly("R-A a.yaml", "R-B b.yml");
  }

  @Test
  void examplesThatGoWrongAreSaid() {
    String text =
        GOOD.replace("---\n", "examples:\n  passes:\n    - {claim.type: PROFESSIONAL}\n---\n");

    var result = RuleTester.test(PayerRuleFiles.read("a.yaml", text).rules()).getFirst();

    assertThat(result.isProven()).isFalse();
    assertThat(result.failures())
        .containsExactly(
            "a.yaml:1: R-GOOD has no example that fails.",
            "a.yaml:15: R-GOOD fired on an example that passes.");
  }

  private static String expression(String text) {
    return rule("R-X", "expression: \"" + text + "\"", "tag: t");
  }

  private static void refused(String text, String reason) {
    var read = PayerRuleFiles.read("a.yaml", text);
    assertThat(read.refusals()).anySatisfy(r -> assertThat(r.reason()).contains(reason));
    assertThat(read.refusals()).allSatisfy(r -> assertThat(r.remedy()).isNotBlank());
  }
}

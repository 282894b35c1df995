package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleExamplesTest {
  @Test
  void everyRuleHasAnExample() {
    assertThat(RuleExamples.all())
        .extracting(RuleExample::rule)
        .containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void everyIdStandsOnce() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyRowOfTheCatalogIsARule() {
    assertThat(RuleRow.all().keySet())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyExampleFailsAndPassesAsItSays() {
    return RuleExamples.all().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.rule().id().value(),
                () -> {
                  assertThat(example.failing().finds(example.rule())).as(example.fails()).isTrue();
                  assertThat(example.passing().finds(example.rule()))
                      .as(example.passes())
                      .isFalse();
                }));
  }
}

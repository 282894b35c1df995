package org.cleanclaim.edits;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Layer;

/// The reference page of the rules, written from the catalog and its examples.
final class RulesPage {
  private final StringBuilder text = new StringBuilder();

  static String write() {
    var page = new RulesPage();
    page.head();
    Map<Rule, RuleExample> examples =
        RuleExamples.all().stream()
            .collect(Collectors.toMap(RuleExample::rule, Function.identity(), (a, b) -> a));
    for (Layer layer : Layer.values()) {
      var rules =
          java.util.Arrays.stream(Rule.values())
              .filter(r -> r.layer() == layer)
              .sorted(Comparator.comparing(r -> r.id().value()))
              .toList();
      if (rules.isEmpty()) continue;
      page.text.append("\n## ").append(name(layer)).append('\n');
      rules.forEach(rule -> page.rule(rule, examples.get(rule)));
    }
    return page.text.toString();
  }

  private void head() {
    text.append(
        """
        # Rules of the scrubber

        Every claim is checked by these rules before it is sent. A finding names the rule, the place on the claim, what is
        wrong, how to mend it, the denial (CARC, with RARC) that a payer would send, and who may let the claim go on in spite
        of it. An error holds the claim back, a warning asks for a look.

        This page is written from the catalog and its examples: `RulesPageTest` fails when it is out of date, and writes it
        anew with `-Dcleanclaim.write=true`.
        """);
  }

  private void rule(Rule rule, RuleExample example) {
    text.append("\n### ").append(rule.id()).append("\n\n");
    text.append(rule.intent()).append(".\n\n");
    row("Severity", rule.severity().name().toLowerCase(java.util.Locale.ROOT));
    row("Source", rule.source().source());
    var period = rule.source().period();
    row(
        "Holds",
        "services since "
            + period.from()
            + (period.until() == null ? "" : " until the day before " + period.until()));
    row(
        "Expected denial",
        (rule.expectedDenial() == null ? "none" : "CARC " + rule.expectedDenial())
            + (rule.expectedRemark() == null ? "" : ", RARC " + rule.expectedRemark()));
    row("May be overridden by", rule.overriding().words());
    row("Fails", example.fails());
    row("Passes", example.passes());
  }

  private void row(String what, String value) {
    text.append("- ").append(what).append(": ").append(value).append(".\n");
  }

  private static String name(Layer layer) {
    String words = layer.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

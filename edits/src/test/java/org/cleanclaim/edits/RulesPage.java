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

        ## Medicare's edits and other payers

        A rule holds for services since the day that it names. These hold for some claims only:

        - NCCI pairs, unit limits and add-on codes judge professional claims by the practitioners' tables (suppliers of
          equipment by theirs) and institutional ones by the hospitals': pairs on types of bill 12x, 13x, 14x, 22x, 23x, 34x,
          74x, 75x and 76x, unit limits also on 85x. Inpatient stays and dental claims are not judged.
        - The Medicare Code Editor judges types of bill 11x, 18x and 41x.
        - Services meet when patient, payer, form and day are the same, and the provider: the same NPI, or physicians of one
          practice and one taxonomy. Modifiers 24, 25, 27 and 57 set a pair aside only where its second code is a visit.
          Further critical care (99292) may follow the first hour of a colleague of the same day.
        - A finding of these families is an error for Medicare, Medicare Advantage, Medicaid and TRICARE (the code editor:
          Medicare and Medicare Advantage), and a warning for all others, who may judge by them. Command line:
          `scrub --ncci COMMERCIAL=HOLD --mce MEDICAID=OFF`; application: the settings `cleanclaim.ncci.commercial=hold` and
          `cleanclaim.mce.medicaid=off`, or the environment variables `CLEANCLAIM_NCCI_COMMERCIAL` and so on. Each is `hold`,
          `warn` or `off`. `GLOBAL-VISIT` weighs as NCCI does, and is silent until a physician fee schedule is installed.

        In files, what claims of one patient say of each other does not hang on their order: it is told after the rest, in a
        second reading (input from a pipe is kept in a temporary file meanwhile). Of two equal services the later one in the
        file is the duplicate. Compared are up to 4,000,000 services, 4,000 of a patient in a month, and 40 other claims of a
        day.
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

package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.edits.payerrule.RuleExample.Expected;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.Claim;

/// Runs the examples that rules bring with them. Each rule is tested by itself, a week after the
/// plain visit.
public final class RuleTester {

  /// What came of the examples of one rule.
  ///
  /// @param failures sentences about examples that went wrong; none when all is well
  public record Result(RuleId rule, int version, String file, int examples, List<String> failures) {
    public Result {
      failures = List.copyOf(failures);
    }

    /// Whether the rule has an example of each kind and all went as they say.
    public boolean isProven() {
      return failures.isEmpty();
    }
  }

  private RuleTester() {}

  public static List<Result> test(List<PayerRule> rules) {
    return rules.stream().map(RuleTester::test).toList();
  }

  private static Result test(PayerRule rule) {
    var failures = new ArrayList<String>();
    for (Expected expected : Expected.values()) {
      if (rule.examples().stream().noneMatch(example -> example.expected() == expected)) {
        failures.add(
            "%s:%d: %s has no example that %s."
                .formatted(rule.file(), rule.line(), rule.id(), word(expected)));
      }
    }
    var alone = PayerRules.of(List.of(rule));
    for (RuleExample example : rule.examples()) {
      try {
        Claim claim = ExampleClaim.of(example, rule.period());
        var day = claim.servedFrom().orElse(ExampleClaim.visited(rule.period()));
        boolean hasFired =
            !alone.apply(claim, ExampleClaim.judged(rule.period())).fired().isEmpty();
        if (hasFired != (example.expected() == Expected.FAILS)) {
          failures.add(
              "%s:%d: %s %s on an example that %s%s."
                  .formatted(
                      rule.file(),
                      example.line(),
                      rule.id(),
                      hasFired ? "fired" : "did not fire",
                      word(example.expected()),
                      rule.period().contains(day) ? "" : " (it is not in force on " + day + ")"));
        }
      } catch (FieldWriter.Misfit e) {
        failures.add(rule.file() + ":" + example.line() + ": " + e.getMessage() + ".");
      }
    }
    return new Result(rule.id(), rule.version(), rule.file(), rule.examples().size(), failures);
  }

  private static String word(Expected expected) {
    return switch (expected) {
      case PASSES -> "passes";
      case FAILS -> "fails";
    };
  }
}

package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.rule;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.run;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.visit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Comparisons at their edges, asked of a visit 99213 of 100 dollars, with modifiers 25 and 95.
class ValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          line.procedure is 99213            | true
          line.procedure is 99202..99213     | true
          line.procedure is 99213..99215     | true
          line.procedure is 99202..99212     | false
          line.procedure is 99214..99215     | false
          line.procedure is 9920..9922       | false
          line.procedure is 992*             | true
          line.procedure is 993*             | false
          line.procedure is J1100, 99213     | true
          line.procedure is not J1100, 99214 | true
          line.procedure is not J1100, 99213 | false
          line.procedure matches 99\\d{3}    | true
          line.procedure matches 99          | false
          line.procedure does not match J.*  | true
          line.procedure contains 92         | true
          line.procedure contains J          | false
          line.modifiers is 95               | true
          line.modifiers is 59               | false
          line.modifiers is not 59           | true
          line.modifiers is present          | true
          line.modifiers is missing          | false
          line.charge is 100                 | true
          line.charge is 100.00, 5           | true
          line.charge is at least 100        | true
          line.charge is at least 100.01     | false
          line.charge is at most 100         | true
          line.charge is at most 99.99       | false
          line.charge is more than 100       | false
          line.charge is more than 99.99     | true
          line.charge is less than 100       | false
          line.charge is less than 100.01    | true
          line.charge matches 100.*          | true
          line.units is 1.0                  | true
          line.units is 10                   | false
          line.units matches \\d             | true
          line.units contains 1              | true
          line.servedFrom is 2026-03-02      | true
          line.servedFrom is at least 2026-03-03 | false
          line.servedFrom matches 2026-.*    | true
          claim.daysSinceService is 7        | true
          patient.age is more than 54        | true
          claim.onsetOn is at least 2000-01-01 | false
          claim.cliaNumber matches .*        | false
          payer.name contains EXAMPLE        | true
          """)
  void aComparisonHolds(String condition, boolean isSo) throws Exception {
    var claim =
        run(rule("R-M", "line.number is 1", "set: line.modifiers 25, 95"), visit("99213")).claim();
    assertThat(run(rule("R-C", condition, "tag: t"), claim).tags()).hasSize(isSo ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          line.units is 1e999999999    | is no number
          line.units is 1..5           | is no number
          line.charge is 1.005         | is no money
          line.servedFrom is 2026-02-30| is no date
          line.charge is missing 5     | takes no value
          line.charge is               | needs a value
          line.procedure is more than 5| has no order
          """)
  void aValueThatTheFieldCannotHoldIsRefused(String condition, String reason) {
    var read = PayerRuleFiles.read("a.yaml", rule("R-C", condition, "tag: t"));
    assertThat(read.refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).contains(reason));
  }
}

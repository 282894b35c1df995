package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.insight.FindingFigures;
import org.cleanclaim.app.insight.FindingFigures.Fate;
import org.cleanclaim.app.insight.FindingFigures.MonthFate;
import org.cleanclaim.edits.Rule;
import org.junit.jupiter.api.Test;

class FindingPagesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void everyRuleHasItsPage() {
    var list = server.get("casey", "/rules").body();

    for (Rule rule : Rule.values()) {
      assertThat(list).contains("/rules/" + rule.id());
      if (rule.expectedDenial() != null) assertThat(list).contains(rule.expectedDenial().value());
    }
    assertThat(server.get("casey", "/rules/NCCI-PTP").body())
        .contains("part of another", "Expected denial", "who may override findings");
    assertThat(server.get("casey", "/rules/NO-SUCH-RULE").statusCode()).isEqualTo(404);
    assertThat(server.get("fran", "/rules").statusCode()).isEqualTo(403);
  }

  @Test
  void findingsAreFilteredInTheAddressAndExported() {
    assertThat(server.get("bill", "/claims/findings?state=ALL").statusCode()).isEqualTo(200);
    assertThat(server.get("bill", "/claims/findings?rule=NO-SUCH-RULE").body())
        .contains("No findings fit");
    assertThat(server.get("bill", "/claims/findings.csv?state=ALL").body())
        .startsWith("claim,patient,payer,served_on,status,rule,");
    assertThat(server.get("fran", "/claims/findings").statusCode()).isEqualTo(403);
  }

  @Test
  void managersSeeHowTheDemoMonthsFindingsFared() {
    var page = server.get("mara", "/claims/findings/reasons");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<svg class=\"cc-month-bars\"", "AUTH-MISSING", "2026-03");
    assertThat(server.get("bill", "/claims/findings/reasons").statusCode()).isEqualTo(403);
  }

  @Test
  void eachFindingHasOneFate() {
    var rules = server.inPractice(() -> server.bean(FindingFigures.class).byRule());
    var months = server.inPractice(() -> server.bean(FindingFigures.class).byMonth(null));

    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(r -> {
          var f = r.fate();
          assertThat(f.fixed() + f.overridden() + f.waiting() + f.sentAlong()).isEqualTo(f.found());
        });
    assertThat(rules)
        .anySatisfy(r -> {
          assertThat(r.ruleId()).isEqualTo("AUTH-MISSING");
          assertThat(r.fate().fixed()).isEqualTo(1);
        });
    assertThat(months.stream().mapToInt(m -> m.fate().found()).sum())
        .isEqualTo(rules.stream().mapToInt(r -> r.fate().found()).sum());
  }

  @Test
  void barsStandOnTheLineAndFitTheDrawing() {
    var months =
        IntStream.rangeClosed(1, 14)
            .mapToObj(i ->
                new MonthFate(
                    LocalDate.of(2025, 1, 1).plusMonths(i), new Fate(3 * i, i, i, i, 0, 0, 0)))
            .toList();

    var bars = MonthBars.of(months);

    assertThat(bars.bars())
        .hasSize(12)
        .allSatisfy(bar -> {
          assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(MonthBars.WIDTH);
          var first = bar.parts().getFirst();
          assertThat(first.y() + first.height()).isEqualTo(MonthBars.BASE);
          assertThat(bar.parts())
              .extracting(MonthBars.Part::name)
              .containsExactly("fixed", "overridden", "waiting");
        });
    assertThat(bars.bars().getLast().parts().getLast().y()).isEqualTo(20);
    assertThat(MonthBars.of(List.of()).bars()).isEmpty();
  }

  @Test
  void textThatASpreadsheetWouldRunIsMadeHarmless() {
    assertThat(Csv.line("=cmd()", "a \"b\", c", null, 5, "-1"))
        .isEqualTo("'=cmd(),\"a \"\"b\"\", c\",,5,'-1");
  }
}

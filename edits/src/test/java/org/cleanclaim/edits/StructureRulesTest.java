package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.junit.jupiter.api.Test;

class StructureRulesTest {
  private final StructureRules rules = new StructureRules();

  @Test
  void theTotalIsTheSumToTheCent() {
    var claim = aClaim().line("99213", "165.00").line("87880", "0.10");
    assertThat(Found.by(rules, claim.total("165.10"))).isEmpty();
    assertThat(Found.by(rules, claim.total("165.09"))).containsExactly("BAL-TOTAL");
    assertThat(rules.check(claim.build(), Found.CONTEXT).getFirst().message())
        .isEqualTo("The total is 165.09, the lines add up to 165.10.");
  }

  @Test
  void unitsAndChargesAreMoreThanNothing() {
    assertThat(Found.by(rules, aClaim().line("99213", "1", "0", SERVED)))
        .containsExactly("1 STR-UNITS");
    assertThat(Found.by(rules, aClaim().line("99213", "1", "-1", SERVED)))
        .containsExactly("1 STR-UNITS");
    assertThat(Found.by(rules, aClaim().line("99213", "1", "0.1", SERVED))).isEmpty();
    assertThat(Found.by(rules, aClaim().line("99213", "0.00")))
        .containsExactly("1 STR-ZERO-CHARGE");
    assertThat(Found.by(rules, aClaim().line("99213", "0.01"))).isEmpty();
  }

  @Test
  void aServiceEndsAfterItBeginsAndNotInTheFuture() {
    LocalDate today = Found.CONTEXT.asOf();
    assertThat(Found.by(rules, aClaim().line("99213", "1", "1", today))).isEmpty();
    assertThat(Found.by(rules, aClaim().through(today.plusDays(1)).line("99213", "1", "1", today)))
        .containsExactly("1 STR-DATES");
    assertThat(message(aClaim().through(SERVED.minusDays(1)).line("99213", "1")))
        .isEqualTo("The service ends before it begins.");
    assertThat(message(aClaim().line("99213", "1", "1", today.plusDays(1))))
        .isEqualTo("The service lies in the future.");
    assertThat(Found.by(rules, aClaim().through(SERVED.plusDays(1)).line("99213", "1"))).isEmpty();
  }

  private String message(ClaimBuilder claim) {
    return rules.check(claim.build(), Found.CONTEXT).getFirst().message();
  }

  @Test
  void findingsStandByLayerThenLine() {
    var scrubber = Scrubber.of(CodeSets.starter(), NcciTables.starter());
    var claim =
        aClaim()
            .member(null)
            .line("20610", "1", "59", "59")
            .line("20611", "0.00", "25")
            .total("5")
            .build();

    assertThat(scrubber.scrub(claim, Found.CONTEXT))
        .hasSizeGreaterThan(3)
        .isSortedAccordingTo(
            Comparator.comparing(Finding::layer).thenComparingInt(f -> line(f.place())));
  }

  private static int line(Place place) {
    return place.serviceLine() == null ? 0 : place.serviceLine();
  }

  @Test
  void aRuleIsFoundByItsId() {
    assertThat(Rule.find("MOD-25")).contains(Rule.VISIT_MODIFIER);
    assertThat(Rule.find("MOD-26")).isEmpty();
    for (Rule rule : Rule.values()) {
      var finding = rule.at(Place.WHOLE, "A sentence.", "A remedy.");
      assertThat(List.of(finding.rule(), finding.layer(), finding.severity(), finding.source()))
          .isEqualTo(List.of(rule.id(), rule.layer(), rule.severity(), rule.source()));
      assertThat(finding.expectedDenial()).isEqualTo(rule.expectedDenial());
      assertThat(finding.expectedRemark()).isEqualTo(rule.expectedRemark());
      assertThat(finding.overriding()).isEqualTo(rule.overriding());
      assertThat(rule.intent()).isNotBlank();
    }
  }
}

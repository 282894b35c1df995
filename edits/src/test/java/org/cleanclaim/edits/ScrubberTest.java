package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.edits.ncci.UnitLimits;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class ScrubberTest {
  private static final Scrubber SCRUBBER = Scrubber.of(CodeSets.starter(), NcciTables.starter());
  private static final ScrubContext CONTEXT = ScrubContext.asOf(LocalDate.of(2026, 3, 10));

  @Test
  void aCleanClaimHasNoFindings() {
    assertThat(scrub(aClaim().line("99213", "165.00").build())).isEmpty();
  }

  @Test
  void sumsAndDates() {
    assertThat(scrub(aClaim().line("99213", "165.00").total("165.01").build()))
        .containsExactly("BAL-TOTAL");
    assertThat(scrub(aClaim().build())).contains("STR-NO-LINES");
    assertThat(scrub(aClaim().line("99213", "165.00", "0", SERVED).build()))
        .containsExactly("STR-UNITS");
    assertThat(scrub(aClaim().line("99213", "165.00", "1", LocalDate.of(2027, 1, 1)).build()))
        .containsExactly("STR-DATES");
  }

  @Test
  void peopleAndNumbers() {
    assertThat(scrub(aClaim().member(null).line("99213", "1").build()))
        .containsExactly("DEMO-MEMBER-ID");
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withMemberIdPattern("X\\d+")))
        .containsExactly("DEMO-MEMBER-ID");
    assertThat(scrub(aClaim().born(null).line("99213", "1").build()))
        .containsExactly("DEMO-BIRTH-DATE");
    assertThat(scrub(aClaim().born(SERVED.plusDays(1)).line("99213", "1").build()))
        .contains("DEMO-BIRTH-DATE");
    assertThat(scrub(aClaim().sex(Sex.UNKNOWN).line("99213", "1").build()))
        .containsExactly("DEMO-SEX");
  }

  @Test
  void diagnoses() {
    assertThat(scrub(aClaim().diagnosis("E11").line("99213", "1").build()))
        .containsExactly("DX-INCOMPLETE");
    assertThat(scrub(aClaim().diagnosis("I10", "I10").line("99213", "1").build()))
        .containsExactly("DX-REPEATED");
    assertThat(scrub(aClaim().diagnosis("W11XXXA", "S52501A").line("99213", "1").build()))
        .containsExactly("DX-EXTERNAL-FIRST");
    assertThat(scrub(aClaim().diagnosis("E1165", "E1065").line("99213", "1").build()))
        .contains("DX-EXCLUDES1");
    assertThat(scrub(aClaim().diagnosis("N401").line("99213", "1").build()))
        .containsExactly("DX-SEX");
    assertThat(scrub(aClaim().diagnosis("Z00129").line("99213", "1").build()))
        .containsExactly("DX-AGE");
  }

  @Test
  void suppliersOfEquipmentHaveUnitLimitsOfTheirOwn() {
    var limit = new UnitLimit(BigDecimal.ONE, UnitLimit.Indicator.LINE, "test");
    var scrubber =
        Scrubber.of(
            CodeSets.starter(),
            NcciTables.of(
                ServiceKind.SUPPLIER,
                new CodePairs.Builder().build(),
                new UnitLimits(Map.of("E0601", limit)),
                new AddOns(Map.of())));
    var claim = aClaim().line("E0601", "1", "2", SERVED);

    assertThat(ids(scrubber.scrub(claim.build(), CONTEXT))).doesNotContain("NCCI-MUE");
    assertThat(ids(scrubber.scrub(claim.taxonomy("332B00000X").build(), CONTEXT)))
        .contains("NCCI-MUE");
  }

  @Test
  void codesOfOneDayThatBelongTogether() {
    assertThat(scrub(aClaim().line("99213", "1").line("20610", "1").build()))
        .containsExactly("NCCI-PTP");
    assertThat(scrub(aClaim().line("99213", "1", "25").line("20610", "1").build())).isEmpty();
    var other = aClaim().numbered("T2").line("20610", "1").build();
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withHistory(List.of(other))))
        .containsExactly("NCCI-PTP");
    var dayBefore = aClaim().numbered("T2").line("20610", "1", "1", SERVED.minusDays(1)).build();
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withHistory(List.of(dayBefore))))
        .isEmpty();
  }

  @Test
  void unitsOfADayAcrossLinesAndClaims() {
    assertThat(scrub(aClaim().line("87880", "1", "3", SERVED).build())).containsExactly("NCCI-MUE");
    assertThat(scrub(aClaim().line("87880", "1", "2", SERVED).build())).isEmpty();
    assertThat(
            scrub(
                aClaim()
                    .line("87880", "1", "2", SERVED)
                    .line("87880", "1", "1", SERVED, "59")
                    .build()))
        .containsExactly("NCCI-MUE");
    assertThat(scrub(aClaim().line("99396", "1").build()))
        .as("a limit of zero binds Medicare alone")
        .isEmpty();
    assertThat(
            scrub(aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).line("99396", "1").build()))
        .containsExactly("NCCI-MUE");
  }

  @Test
  void aRuleSaysNothingOfServicesBeforeItsDay() {
    for (Rule rule : List.of(Rule.MUE, Rule.DIAGNOSIS_ONCE, Rule.VISIT_MODIFIER)) {
      LocalDate first = rule.source().period().from();
      assertThat(scrub(faulty(first))).as("%s on %s", rule, first).contains(rule.id().value());
      assertThat(scrub(faulty(first.minusDays(1))))
          .as("%s before %s", rule, first)
          .doesNotContain(rule.id().value());
    }
  }

  private static Claim faulty(LocalDate day) {
    return aClaim()
        .diagnosis("I10", "I10")
        .line("87880", "1", "9", day)
        .line("20610", "1", "1", day, "25")
        .build();
  }

  @Test
  void sidesAndModifiers() {
    assertThat(scrub(aClaim().diagnosis("M1711").line("20610", "1", "LT").build()))
        .containsExactly("MOD-SIDE");
    assertThat(scrub(aClaim().diagnosis("M1711").line("20610", "1", "RT").build())).isEmpty();
    assertThat(scrub(aClaim().diagnosis("M170").line("20610", "1", "RT").build())).isEmpty();
    assertThat(scrub(aClaim().line("20610", "1", "RT", "LT").build())).containsExactly("MOD-SIDE");
    assertThat(scrub(aClaim().line("20610", "1", "25").build())).containsExactly("MOD-25");
    assertThat(scrub(aClaim().line("20610", "1", "59", "59").build()))
        .containsExactly("MOD-REPEATED");
  }

  @Test
  void duplicatesFilingAuthorizationAndEligibility() {
    var same = aClaim().numbered("T2").line("99213", "1").build();
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withHistory(List.of(same))))
        .containsExactly("DUP-EXACT");
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withTimelyFilingDays(7)))
        .containsExactly("TF-LATE");
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withTimelyFilingDays(8)))
        .containsExactly("TF-SOON");
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withTimelyFilingDays(90)))
        .isEmpty();
    var needed = CONTEXT.withAuthorizationRequired(Set.of(new ProcedureCode("73721")));
    assertThat(scrub(aClaim().line("73721", "1").build(), needed)).containsExactly("AUTH-MISSING");
    assertThat(scrub(aClaim().authorized("A1").line("73721", "1").build(), needed)).isEmpty();
    var inactive =
        new EligibilityAnswer(
            "t",
            "Payer",
            null,
            null,
            EligibilityAnswer.Status.INACTIVE,
            null,
            null,
            null,
            List.of(),
            List.of());
    assertThat(scrub(aClaim().line("99213", "1").build(), CONTEXT.withEligibility(inactive)))
        .containsExactly("ELIG-INACTIVE");
  }

  @Test
  void accidents() {
    var atWork = new Accident(List.of("EM"), SERVED, "OH");
    var carrier = FilingIndicator.WORKERS_COMPENSATION;
    assertThat(scrub(aClaim().employer("Test mill").filedWith(carrier).line("99213", "1").build()))
        .containsExactly("ACC-WORK");
    assertThat(
            scrub(
                aClaim()
                    .filedWith(carrier)
                    .employer("Test mill")
                    .accident(atWork)
                    .casualty("C1")
                    .line("99213", "1")
                    .build()))
        .isEmpty();
    assertThat(scrub(aClaim().accident(atWork).line("99213", "1").build()))
        .containsExactly("ACC-WRONG-PAYER");
    assertThat(
            scrub(
                aClaim()
                    .accident(new Accident(List.of("AA"), SERVED, null))
                    .line("99213", "1")
                    .build()))
        .containsExactlyInAnyOrder("ACC-AUTO-PAYER", "ACC-AUTO-STATE");
  }

  @Test
  void everyFindingNamesItsRemedyAndSource() {
    var findings =
        SCRUBBER.scrub(
            aClaim().member(null).diagnosis("E11").line("99213", "1").line("20610", "1").build(),
            CONTEXT);

    assertThat(findings)
        .hasSizeGreaterThan(2)
        .allSatisfy(f -> {
          assertThat(f.message()).endsWith(".");
          assertThat(f.remedy()).endsWith(".");
          assertThat(f.source().source()).isNotBlank();
        });
  }

  private static List<String> scrub(Claim claim) {
    return scrub(claim, CONTEXT);
  }

  private static List<String> scrub(Claim claim, ScrubContext context) {
    return ids(SCRUBBER.scrub(claim, context));
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::rule).map(Object::toString).toList();
  }
}

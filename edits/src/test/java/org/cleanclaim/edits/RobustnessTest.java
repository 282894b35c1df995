package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  private static final Scrubber SCRUBBER = RuleExamples.SCRUBBER;
  private static final ScrubContext CONTEXT = RuleExamples.CONTEXT;

  @Test
  void aClaimOfAsManyLinesAsFitIsChecked() {
    var claim = aClaim();
    for (int i = 0; i < 999; i++) claim.line("99213", "1.00");

    assertThat(rules(claim.build())).contains("DUP-EXACT").doesNotContain("SCRUB-UNCHECKED");
  }

  @Test
  void anEmptyClaimIsFoundFaultWith() {
    var claim = aClaim().member(null).born(null).withoutRenderingNumber().zip("").build();

    assertThat(rules(claim))
        .contains("STR-NO-LINES", "DEMO-MEMBER-ID", "DEMO-BIRTH-DATE", "DEMO-ADDRESS")
        .doesNotContain("SCRUB-UNCHECKED");
  }

  @Test
  void unknownCodesNegativeUnitsAndWildPointersAreFindings() {
    var claim =
        aClaim()
            .diagnosis("Q99ZZZZ", "V00")
            .pointingTo(-3)
            .line("Z9999", "-1.00", "-5", SERVED, "ZZ", "LT", "RT", "50")
            .build();

    assertThat(rules(claim))
        .contains("STR-UNITS", "STR-ZERO-CHARGE", "DX-POINTER", "MOD-SIDE")
        .doesNotContain("SCRUB-UNCHECKED");
  }

  @Test
  void aPayersBrokenPatternStopsNothing() {
    assertThat(
            SCRUBBER.scrub(
                aClaim().line("99213", "1.00").build(), CONTEXT.withMemberIdPattern("([")))
        .isEmpty();
  }

  @Test
  void theSameHistoryTwiceSaysNothingMore() {
    var claim = aClaim().line("99213", "1.00").build();
    var other = aClaim().numbered("T2").line("99213", "1.00").build();

    var once = SCRUBBER.scrub(claim, CONTEXT.withHistory(List.of(other)));
    assertThat(once).extracting(f -> f.rule().value()).containsExactly("DUP-EXACT");
    assertThat(SCRUBBER.scrub(claim, CONTEXT.withHistory(List.of(other, other)))).isEqualTo(once);
  }

  @Test
  void theOrderOfLinesChangesNoFinding() {
    var random = new Random(20260310);
    var codes = List.of("99213", "20610", "87880", "83036", "93000", "36415");
    for (int round = 0; round < 50; round++) {
      var picked =
          IntStream.range(0, 8).mapToObj(i -> codes.get(random.nextInt(codes.size()))).toList();
      var shuffled = new java.util.ArrayList<>(picked);
      java.util.Collections.shuffle(shuffled, random);

      assertThat(rules(of(shuffled)))
          .as("round %d: %s against %s", round, picked, shuffled)
          .containsExactlyInAnyOrderElementsOf(rules(of(picked)));
    }
  }

  @Test
  void anUnrelatedLineChangesNothingElse() {
    var codes = List.of("99213", "20610", "87880", "87880", "83036", "36415");
    for (int count = 1; count <= codes.size(); count++) {
      var some = codes.subList(0, count);
      var more = new java.util.ArrayList<>(some);
      more.add("77067");

      assertThat(SCRUBBER.scrub(of(more), CONTEXT)).isEqualTo(SCRUBBER.scrub(of(some), CONTEXT));
    }
  }

  @Test
  void aFamilyThatBreaksOffIsToldAndTheOthersGoOn() {
    EditRule broken =
        (claim, context) -> {
          throw new IllegalStateException("Pat Test");
        };
    var findings =
        Scrubber.of(List.of(broken, new StructureRules())).scrub(aClaim().build(), CONTEXT);

    assertThat(findings)
        .noneMatch(f -> f.message().contains("Pat Test"))
        .extracting(f -> f.rule().value())
        .containsExactlyInAnyOrder("SCRUB-UNCHECKED", "STR-NO-LINES");
  }

  private static Claim of(List<String> codes) {
    var claim = aClaim();
    codes.forEach(code -> claim.line(code, "1.00"));
    return claim.build();
  }

  private static List<String> rules(Claim claim) {
    return SCRUBBER.scrub(claim, CONTEXT).stream()
        .map(Finding::rule)
        .map(Object::toString)
        .toList();
  }
}

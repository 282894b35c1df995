package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.edits.CoveragePolicy.Frequency;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;

class HistoryNeedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final CoveragePolicies POLICIES =
      CoveragePolicies.of(
          List.of(
              new CoveragePolicy(
                  "L00001",
                  "1",
                  "A test's policy",
                  "Test contractor",
                  "test",
                  EffectivePeriod.from(LocalDate.of(2020, 1, 1)),
                  Set.of(new ProcedureCode("83036"), new ProcedureCode("83037")),
                  DiagnosisList.NONE,
                  DiagnosisList.NONE,
                  new Frequency(1, 12, ChronoUnit.MONTHS))));

  private static HistoryNeed of(ClaimBuilder claim) {
    return HistoryNeed.of(claim.build(), POLICIES, TODAY);
  }

  @Test
  void aProcedureNeedsItsDays() {
    var need = of(aClaim().line("20610", "1").line("20610", "1", "1", SERVED.plusDays(3), "59"));
    assertThat(need).isEqualTo(new HistoryNeed(SERVED, SERVED.plusDays(4), SERVED, Set.of()));
  }

  @Test
  void aVisitNeedsTheOperationsBeforeIt() {
    var longest = SERVED.minusDays(90);
    assertThat(of(aClaim().line("99213", "1")).from()).isEqualTo(longest);
    assertThat(of(aClaim().line("99396", "1")).from()).isEqualTo(SERVED);
    for (String modifier : List.of("24", "58", "78", "79")) {
      assertThat(of(aClaim().line("20610", "1", modifier)).from()).isEqualTo(longest);
    }
    assertThat(of(aClaim().revenueLine("0300", "1")).from()).isEqualTo(SERVED);
    assertThat(of(aClaim().line("99213", "1", "1", SERVED.plusDays(9)).line("20610", "1")).from())
        .isEqualTo(SERVED.plusDays(9).minusDays(90));
  }

  @Test
  void aLimitedServiceNeedsItsCodesFarBack() {
    var need = of(aClaim().line("83036", "1"));
    assertThat(need.from()).isEqualTo(SERVED);
    assertThat(need.limitedFrom()).isEqualTo(SERVED.minusMonths(12).plusDays(1));
    assertThat(need.limited())
        .containsExactlyInAnyOrder(new ProcedureCode("83036"), new ProcedureCode("83037"));
    var longAgo = SERVED.minusMonths(12).plusDays(1);
    assertThat(need.holds(on(longAgo, "83037"))).isTrue();
    assertThat(need.holds(on(longAgo.minusDays(1), "83037"))).isFalse();
    assertThat(need.holds(on(longAgo, "20610"))).isFalse();
    assertThat(need.holds(on(SERVED, "20610"))).isTrue();
    assertThat(need.holds(on(SERVED.plusDays(1), "20610"))).isTrue();
    assertThat(need.holds(on(SERVED.plusDays(2), "20610"))).isFalse();
  }

  @Test
  void aClaimWithoutLinesNeedsToday() {
    assertThat(of(aClaim())).isEqualTo(new HistoryNeed(TODAY, TODAY.plusDays(1), TODAY, Set.of()));
  }

  private static Claim on(LocalDate day, String code) {
    return aClaim().numbered("T2").line(code, "1", "1", day).build();
  }

  @Test
  void whatIsLeftOutWouldHaveChangedNothing() {
    var random = new Random(20261128);
    var codes = List.of("99213", "20610", "27447", "83036", "87880", "99396", "10060");
    var modifiers = List.of("24", "25", "59", "78");
    var context = ScrubContext.asOf(TODAY).withCoveragePolicies(POLICIES);
    int leftOut = 0;
    for (int round = 0; round < 400; round++) {
      var claim = aClaim();
      for (int i = 0; i < 3; i++) {
        var code = codes.get(random.nextInt(codes.size()));
        if (random.nextInt(3) > 0) claim.line(code, "1");
        else claim.line(code, "1", modifiers.get(random.nextInt(modifiers.size())));
      }
      var history = new ArrayList<Claim>();
      for (int i = 0; i < 12; i++) {
        var day = SERVED.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(-400, 8));
        var code = codes.get(random.nextInt(codes.size()));
        history.add(aClaim().numbered("H" + i).line(code, "1", "1", day).build());
      }
      Claim built = claim.build();
      var need = HistoryNeed.of(built, POLICIES, TODAY);
      var needed = history.stream().filter(need::holds).toList();
      leftOut += history.size() - needed.size();

      assertThat(FeeScheduleSets.SCRUBBER.scrub(built, context.withHistory(needed)))
          .isEqualTo(FeeScheduleSets.SCRUBBER.scrub(built, context.withHistory(history)));
    }
    assertThat(leftOut).isGreaterThan(400);
  }
}

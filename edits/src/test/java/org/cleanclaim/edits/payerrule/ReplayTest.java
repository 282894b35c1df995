package org.cleanclaim.edits.payerrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.rule;
import static org.cleanclaim.edits.payerrule.PayerRulesTest.visit;

import java.util.Arrays;
import java.util.List;
import org.cleanclaim.edits.payerrule.PastClaim.Decision;
import org.cleanclaim.edits.payerrule.PastClaim.LineOutcome;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Carc;
import org.junit.jupiter.api.Test;

/// A draft against what payers did: denials that it would have prevented, claims that it would have
/// held for nothing.
class ReplayTest {
  private static final String HOLD =
      rule("R-HOLD", "line.procedure is 99214", "hold: Stop.\n    fix: Mend.\n    denial: 16");

  @Test
  void preventedDenialsAndFalseHoldsAreCounted() throws Exception {
    var report =
        replay(
            HOLD,
            past(List.of("99213", "99214"), paid(1), denied(2, "16")), // prevented
            past(List.of("99214"), denied(1, "50")), // another reason
            past(List.of("99213", "99214"), denied(1, "16"), paid(2)), // another line
            past(List.of("99214"), paid(1)), // held for nothing
            past(List.of("99213"), paid(1))); // not touched

    assertThat(report.claims()).isEqualTo(5);
    assertThat(report.touched()).isEqualTo(4);
    assertThat(report.denials()).isEqualTo(3);
    assertThat(report.prevented()).isEqualTo(1);
    assertThat(report.preventedCharge()).isEqualTo(Money.of("100"));
    assertThat(report.falseHolds()).isEqualTo(1);
    assertThat(report.falselyHeld()).isEqualTo(Money.of("80"));
    assertThat(report.rules())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.rule()).hasToString("R-HOLD");
          assertThat(r.touched()).isEqualTo(4);
          assertThat(r.prevented()).isEqualTo(1);
          assertThat(r.falseHolds()).isEqualTo(1);
        });
  }

  @Test
  void warningsHoldNothing() throws Exception {
    var report = replay(HOLD.replace("hold:", "warn:"), past(List.of("99214"), paid(1)));

    assertThat(report.touched()).isEqualTo(1);
    assertThat(report.falseHolds()).isZero();
  }

  @Test
  void aDenialThatTwoRulesPreventCountsOnceInAll() throws Exception {
    var report =
        replay(HOLD + HOLD.replace("R-HOLD", "R-TWIN"), past(List.of("99214"), denied(1, "16")));

    assertThat(report.prevented()).isEqualTo(1);
    assertThat(report.rules()).extracting(ReplayReport.OfRule::prevented).containsExactly(1, 1);
  }

  @Test
  void aDenialOfTheWholeClaimIsPreventedByAFindingOnALine() throws Exception {
    var report = replay(HOLD, past(List.of("99213", "99214"), denied(0, "16")));
    assertThat(report.prevented()).isEqualTo(1);
    assertThat(report.rules().getFirst().preventedCharge()).isEqualTo(Money.of("100"));
  }

  @Test
  void aFindingOnTheWholeClaimPreventsADenialOfALine() throws Exception {
    String whole = HOLD.replace("denial: 16", "denial: 16\n    at: claim.note");
    assertThat(replay(whole, past(List.of("99213", "99214"), denied(1, "16"))).prevented())
        .isEqualTo(1);
    String silent = HOLD.replace("    denial: 16", "    at: claim.note");
    assertThat(replay(silent, past(List.of("99214"), denied(1, "16"))).prevented())
        .as("a finding that expects no denial")
        .isZero();
  }

  @Test
  void aRuleThatOnlyChangesHasTouchedTheClaim() throws Exception {
    String change = rule("R-SET", "line.procedure is 99214", "set: line.note Seen");
    var report = replay(change, past(List.of("99214"), paid(1)), past(List.of("99213"), paid(1)));
    assertThat(report.touched()).isEqualTo(1);
    assertThat(report.rules().getFirst().touched()).isEqualTo(1);
    assertThat(report.falseHolds()).isZero();
  }

  @Test
  void onlyAClaimPaidInFullIsHeldForNothing() throws Exception {
    assertThat(replay(HOLD, past(List.of("99214"))).falseHolds()).as("no decision yet").isZero();
    var partly = replay(HOLD, past(List.of("99214", "99213"), paid(1), denied(2, "50")));
    assertThat(partly.falseHolds()).isZero();
    var twice = replay(HOLD, past(List.of("99214", "99213"), paid(1), paid(2)));
    assertThat(twice.falselyHeld()).isEqualTo(Money.of("160"));
    assertThat(twice.rules().getFirst().falselyHeld()).isEqualTo(Money.of("160"));
    assertThat(past(List.of("99213", "99214"), paid(1), denied(2, "50")).paid())
        .isEqualTo(Money.of("80"));
  }

  private static ReplayReport replay(String rules, PastClaim... claims) {
    var replay = Replay.of(PayerRules.of(PayerRuleFiles.read("a.yaml", rules).rules()));
    Arrays.stream(claims).forEach(replay::add);
    return replay.report();
  }

  private static PastClaim past(List<String> procedures, LineOutcome... outcomes) throws Exception {
    return new PastClaim(visit(procedures.toArray(String[]::new)), List.of(outcomes));
  }

  private static LineOutcome paid(int line) {
    return new LineOutcome(line, Decision.PAID, List.of(), Money.of("80"));
  }

  private static LineOutcome denied(int line, String reason) {
    return new LineOutcome(line, Decision.DENIED, List.of(new Carc(reason)), Money.of("100"));
  }
}

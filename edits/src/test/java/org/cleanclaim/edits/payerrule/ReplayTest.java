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
    assertThat(report.inScope()).isEqualTo(5);
    assertThat(report.undated()).isEqualTo(5);
    assertThat(report.denials()).isEqualTo(3);
    assertThat(report.all().touched()).isEqualTo(4);
    assertThat(report.all().prevented()).isEqualTo(1);
    assertThat(report.all().preventedCharge()).isEqualTo(Money.of("100"));
    assertThat(report.all().falseHolds()).isEqualTo(1);
    assertThat(report.all().falselyHeld()).isEqualTo(Money.of("80"));
    assertThat(report.rules())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.rule()).hasToString("R-HOLD");
          assertThat(r.figures()).isEqualTo(report.all());
        });
  }

  @Test
  void warningsHoldNothing() throws Exception {
    var report = replay(HOLD.replace("hold:", "warn:"), past(List.of("99214"), paid(1)));

    assertThat(report.all().touched()).isEqualTo(1);
    assertThat(report.all().falseHolds()).isZero();
  }

  @Test
  void aDenialThatTwoRulesPreventCountsOnceInAll() throws Exception {
    var report =
        replay(HOLD + HOLD.replace("R-HOLD", "R-TWIN"), past(List.of("99214"), denied(1, "16")));

    assertThat(report.all().prevented()).isEqualTo(1);
    assertThat(report.rules()).extracting(r -> r.figures().prevented()).containsExactly(1, 1);
  }

  @Test
  void aDenialOfTheWholeClaimIsPreventedByAFindingOnALine() throws Exception {
    var report = replay(HOLD, past(List.of("99213", "99214"), denied(0, "16")));
    assertThat(report.all().prevented()).isEqualTo(1);
    assertThat(report.rules().getFirst().figures().preventedCharge()).isEqualTo(Money.of("100"));
  }

  @Test
  void aFindingOnTheWholeClaimPreventsADenialOfALine() throws Exception {
    String whole = HOLD.replace("denial: 16", "denial: 16\n    at: claim.note");
    assertThat(replay(whole, past(List.of("99213", "99214"), denied(1, "16"))).all().prevented())
        .isEqualTo(1);
    String silent = HOLD.replace("    denial: 16", "    at: claim.note");
    assertThat(replay(silent, past(List.of("99214"), denied(1, "16"))).all().prevented())
        .as("a finding that expects no denial")
        .isZero();
  }

  @Test
  void aRuleThatOnlyChangesHasTouchedTheClaim() throws Exception {
    String change = rule("R-SET", "line.procedure is 99214", "set: line.note Seen");
    var report = replay(change, past(List.of("99214"), paid(1)), past(List.of("99213"), paid(1)));
    assertThat(report.all().touched()).isEqualTo(1);
    assertThat(report.rules().getFirst().figures().touched()).isEqualTo(1);
    assertThat(report.all().falseHolds()).isZero();
  }

  @Test
  void onlyAClaimPaidInFullIsHeldForNothing() throws Exception {
    assertThat(replay(HOLD, past(List.of("99214"))).all().falseHolds())
        .as("no decision yet")
        .isZero();
    var partly = replay(HOLD, past(List.of("99214", "99213"), paid(1), denied(2, "50")));
    assertThat(partly.all().falseHolds()).isZero();
    var twice = replay(HOLD, past(List.of("99214", "99213"), paid(1), paid(2)));
    assertThat(twice.all().falselyHeld()).isEqualTo(Money.of("160"));
    assertThat(twice.rules().getFirst().figures().falselyHeld()).isEqualTo(Money.of("160"));
    assertThat(past(List.of("99213", "99214"), paid(1), denied(2, "50")).paid())
        .isEqualTo(Money.of("80"));
  }

  @Test
  void aClaimIsJudgedOnTheDayOnWhichItWasSubmitted() throws Exception {
    String late =
        rule(
            "R-LATE",
            "claim.daysSinceService is more than 90",
            "hold: Late.\n    fix: Send it sooner.\n    denial: 29\n    at: claim.servedFrom");
    var claim = visit("99214");
    var served = claim.servedThrough().orElseThrow();
    var outcome = List.of(denied(0, "29"));

    assertThat(replay(late, new PastClaim(claim, served.plusDays(91), outcome)).all().prevented())
        .isEqualTo(1);
    assertThat(replay(late, new PastClaim(claim, served.plusDays(90), outcome)).all().touched())
        .isZero();
    assertThat(replay(late, new PastClaim(claim, null, outcome)).undated()).isEqualTo(1);
  }

  @Test
  void daysOfServiceDecideWhichVersionIsInForce() throws Exception {
    var claim = visit("99214");
    var served = claim.servedFrom().orElseThrow();
    String over = HOLD.replaceFirst("from: .*", "from: 2020-01-01\nuntil: " + served);

    var report = replay(over, new PastClaim(claim, served.minusDays(1), List.of(denied(1, "16"))));

    assertThat(report.inScope()).isZero();
    assertThat(report.all().touched()).isZero();
  }

  @Test
  void aChangeIsWorthTheDenialsThatItsRuleIsMadeAgainst() throws Exception {
    String change = rule("R-SET", "line.procedure is 99214", "set: line.note Seen\n    denial: 16");
    var report =
        replay(
            change,
            past(List.of("99213", "99214"), paid(1), denied(2, "16")), // bears on it
            past(List.of("99213", "99214"), denied(1, "16"), paid(2)), // another line
            past(List.of("99214"), denied(1, "50")), // another reason
            past(List.of("99214"), paid(1)), // would have been paid without it
            past(List.of("99213"), denied(1, "16"))); // not changed

    var all = report.all();
    assertThat(all.touched()).isEqualTo(4);
    assertThat(all.changed()).isEqualTo(4);
    assertThat(all.mended()).isEqualTo(1);
    assertThat(all.mendedCharge()).isEqualTo(Money.of("100"));
    assertThat(all.changedThoughPaid()).isEqualTo(1);
    assertThat(all.paidUnchanged()).isEqualTo(Money.of("80"));
    assertThat(all.prevented()).as("nothing was held").isZero();
    assertThat(report.rules().getFirst().figures()).isEqualTo(all);
  }

  @Test
  void aRuleThatHoldsAndChangesIsMadeAgainstTheDenialOfBoth() throws Exception {
    String both = HOLD.replace("denial: 16", "denial: 16\n  - set: line.note Seen");
    var report = replay(both, past(List.of("99214"), denied(1, "16")));
    assertThat(report.all().prevented()).isEqualTo(1);
    assertThat(report.all().mended()).isEqualTo(1);
  }

  @Test
  void aTagTouches() throws Exception {
    String tag = rule("R-TAG", "line.procedure is 99214", "tag: look");
    assertThat(replay(tag, past(List.of("99214"), paid(1))).all().touched()).isEqualTo(1);
  }

  @Test
  void claimsOutsideTheScopeAreNotCountedAsTried() throws Exception {
    String other = HOLD.replace("when:", "scope:\n  payers: [NOBODY1]\nwhen:");
    var report = replay(other, past(List.of("99214"), denied(1, "16")));
    assertThat(report.claims()).isEqualTo(1);
    assertThat(report.inScope()).isZero();
  }

  private static ReplayReport replay(String rules, PastClaim... claims) {
    var replay = Replay.of(PayerRules.of(PayerRuleFiles.read("a.yaml", rules).rules()));
    Arrays.stream(claims).forEach(replay::add);
    return replay.report();
  }

  private static PastClaim past(List<String> procedures, LineOutcome... outcomes) throws Exception {
    return new PastClaim(visit(procedures.toArray(String[]::new)), null, List.of(outcomes));
  }

  private static LineOutcome paid(int line) {
    return new LineOutcome(line, Decision.PAID, List.of(), Money.of("80"));
  }

  private static LineOutcome denied(int line, String reason) {
    return new LineOutcome(line, Decision.DENIED, List.of(new Carc(reason)), Money.of("100"));
  }
}

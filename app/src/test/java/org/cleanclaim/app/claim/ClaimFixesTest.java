package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimFixes.Chosen;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.FindingFilter;
import org.cleanclaim.app.worklist.FindingLists.RuleCount;
import org.junit.jupiter.api.Test;

class ClaimFixesTest {
  private static final String RULE = "MOD-25";
  private static final Fix TAKE_OFF_25 = new Fix(FixKind.REMOVE_MODIFIER, "25");

  private final DemoServer server = DemoServer.shared();
  private final ClaimFixes fixes = server.bean(ClaimFixes.class);
  private final HeldClaims held = new HeldClaims();

  private static List<Chosen> chosen(List<BilledClaim> claims) {
    return claims.stream().map(c -> new Chosen(c.publicId(), c.revision())).toList();
  }

  private ClaimFixes.Report apply(BilledClaim like, Fix fix, List<Chosen> chosen) {
    return held.weekAfterService(
        like, () -> fixes.apply(RULE, fix, chosen, "25 is for visits; the test is no visit"));
  }

  @Test
  void claimsWithFindingsStayAndCleanOnesGo() {
    held.undone(
        Role.BILLER,
        () -> {
          var spoiled = held.hold(held.ids(2).getFirst(), HeldClaims::with25OnTheLastLine);
          var clean = held.hold(held.ids(2).getLast(), c -> c);

          assertThat(held.open(spoiled)).contains(RULE);
          assertThat(spoiled.status()).isEqualTo(ClaimStatus.HELD);
          assertThat(clean.status()).isEqualTo(ClaimStatus.READY);
          assertThat(held.claims.ready(spoiled.payerId()))
              .doesNotContain(held.claims.get(spoiled.id()));
          assertThat(held.claims.ready(clean.payerId())).contains(held.claims.get(clean.id()));
        });
  }

  @Test
  void aPreviewShowsBeforeAndAfterAndChangesNothing() {
    held.undone(
        Role.BILLER,
        () -> {
          var claims = held.held(3, HeldClaims::with25OnTheLastLine);

          var report =
              held.weekAfterService(
                  claims.getFirst(), () -> fixes.preview(RULE, TAKE_OFF_25, chosen(claims)));

          assertThat(report.outcomes())
              .hasSize(3)
              .allSatisfy(outcome -> {
                var preview = (FixOutcome.Previewed) outcome;
                assertThat(preview.before()).contains("modifiers").contains("25");
                assertThat(preview.after()).contains("modifiers none");
                assertThat(preview.errorsLeft()).isZero();
              });
          assertThat(claims).allSatisfy(c -> assertThat(held.claims.get(c.id())).isEqualTo(c));
        });
  }

  @Test
  void oneFixMendsAllClaimsWithTheFindingAndTheirHistorySaysWhoAndWhy() {
    held.undone(
        Role.BILLER,
        () -> {
          var claims = held.held(3, HeldClaims::with25OnTheLastLine);

          var report = apply(claims.getFirst(), TAKE_OFF_25, chosen(claims));

          assertThat(report.ready()).isEqualTo(3);
          assertThat(report.refusals()).isEmpty();
          for (BilledClaim claim : claims) {
            var now = held.claims.get(claim.id());
            assertThat(now.status()).isEqualTo(ClaimStatus.READY);
            assertThat(now.revision()).isEqualTo(claim.revision() + 1);
            assertThat(held.claims.timeline(claim.id()))
                .anySatisfy(event -> {
                  assertThat(event.what()).isEqualTo("Changed");
                  assertThat(event.actor()).isEqualTo("pat");
                  assertThat(event.why()).contains(RULE, "25 → ", "the test is no visit");
                });
            assertThat(server.bean(AuditTrail.class).latest(claim.patientId().value(), 5))
                .anyMatch(e -> e.action().equals("fixed " + RULE) && e.actor().equals("pat"));
          }
        });
  }

  @Test
  void aClaimThatCannotBeChangedIsNamedWithItsReasonAndStopsNoOther() {
    held.undone(
        Role.BILLER,
        () -> {
          var ids = held.ids(4);
          var good = held.hold(ids.get(0), HeldClaims::with25OnTheLastLine);
          var stale = held.hold(ids.get(1), HeldClaims::with25OnTheLastLine);
          var sent = held.claims.find(ids.get(2)).orElseThrow();
          var clean = held.hold(ids.get(3), c -> c);
          var unknown = UUID.fromString("00000000-0000-0000-0000-000000000001");
          var chosen = new ArrayList<Chosen>();
          chosen.add(new Chosen(unknown, 1));
          chosen.add(new Chosen(sent.publicId(), sent.revision()));
          chosen.add(new Chosen(stale.publicId(), stale.revision() + 1));
          chosen.add(new Chosen(clean.publicId(), clean.revision()));
          chosen.add(new Chosen(good.publicId(), good.revision()));

          var report = apply(good, TAKE_OFF_25, chosen);

          assertThat(report.ready()).isEqualTo(1);
          assertThat(report.refusals())
              .extracting(FixOutcome.Refused::controlNumber, FixOutcome.Refused::why)
              .satisfiesExactly(
                  t -> assertThat(t.toList().toString()).contains("There is no such claim"),
                  t ->
                      assertThat(t.toList().toString())
                          .contains(sent.controlNumber(), "adjudicated", "replacement claim"),
                  t ->
                      assertThat(t.toList().toString())
                          .contains(stale.controlNumber(), "Somebody has changed it since"),
                  t ->
                      assertThat(t.toList().toString())
                          .contains(clean.controlNumber(), "no finding MOD-25"));
          assertThat(held.claims.get(sent.id())).isEqualTo(sent);
          assertThat(held.claims.get(stale.id())).isEqualTo(stale);
        });
  }

  /// The second of two users who looked at the same revision changes nothing.
  @Test
  void theSecondOfTwoUsersIsToldThatTheClaimHasChanged() {
    held.undone(
        Role.BILLER,
        () -> {
          var claims = held.held(1, HeldClaims::with25OnTheLastLine);
          var seen = chosen(claims);

          var first = apply(claims.getFirst(), TAKE_OFF_25, seen);
          var second = apply(claims.getFirst(), TAKE_OFF_25, seen);

          assertThat(first.ready()).isEqualTo(1);
          assertThat(second.refusals().getFirst().why()).contains("you saw revision 1, it is at");
          assertThat(held.claims.get(claims.getFirst().id()).revision()).isEqualTo(2);
        });
  }

  @Test
  void whatCannotBeDoneAtAllIsRefusedInASentence() {
    held.undone(
        Role.BILLER,
        () -> {
          var claims = held.held(1, HeldClaims::with25OnTheLastLine);
          var like = claims.getFirst();

          assertThat(apply(like, TAKE_OFF_25, List.of()).problem()).contains("No claim is chosen");
          assertThat(apply(like, new Fix(FixKind.REMOVE_MODIFIER, "?"), chosen(claims)).problem())
              .contains("cannot be read");
          assertThat(fixes.apply(RULE, TAKE_OFF_25, chosen(claims), "  ").problem())
              .contains("reason is missing");
          assertThat(
                  apply(like, new Fix(FixKind.MEMBER_ID, "W123456789"), chosen(claims))
                      .refusals()
                      .getFirst()
                      .why())
              .contains("does not mend MOD-25");
          assertThat(held.claims.get(like.id())).isEqualTo(like);
        });
  }

  @Test
  void aChangeIsMadeAgainWhenTheClaimIsMadeAnew() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held.held(1, c -> c).getFirst();
          int line = claim.snapshot().lines().getLast().number();
          var fix = new Fix(FixKind.ADD_MODIFIER, "59");
          var changed = (Fix.Result.Changed) fix.applyTo(claim.snapshot(), Set.of(line));
          var changes = server.bean(ClaimChanges.class);
          changes.keep(
              claim.id(), 2, "NCCI-PTP", fix, Set.of(line), changed, "a session of its own");
          changes.keep(
              claim.id(),
              2,
              "DEMO-MEMBER-ID",
              new Fix(FixKind.MEMBER_ID, "W000000001"),
              Set.of(),
              new Fix.Result.Changed(
                  claim.snapshot(), "a wrong number since corrected", "W000000001"),
              "typing error");

          var rebuilt =
              held.weekAfterService(claim, () -> held.claims.rebuild(claim.id(), "asked for"));

          assertThat(rebuilt.snapshot().lines().getLast().modifiers())
              .extracting(Object::toString)
              .contains("59");
          assertThat(rebuilt.snapshot().subscriber().memberId())
              .isEqualTo(claim.snapshot().subscriber().memberId());
        });
  }

  @Test
  void findingsAreListedAndCountedByRule() {
    held.undone(
        Role.BILLER,
        () -> {
          var lists = server.bean(FindingLists.class);
          var claims = held.held(3, HeldClaims::with25OnTheLastLine);
          var ofRule = FindingFilter.OPEN.ofRule(RULE);

          assertThat(lists.findings(ofRule, 100))
              .extracting(f -> f.controlNumber())
              .containsExactlyInAnyOrderElementsOf(
                  claims.stream().map(BilledClaim::controlNumber).toList());
          assertThat(lists.counts(FindingFilter.OPEN))
              .contains(new RuleCount(RULE, "MODIFIER", "ERROR", 3, 3));
          assertThat(lists.findings(ofRule.ofRule("NO-SUCH-RULE"), 100)).isEmpty();
          assertThat(
                  lists.findings(
                      new FindingFilter(RULE, "NCCI", null, null, FindingLists.State.OPEN), 100))
              .isEmpty();
        });
  }
}

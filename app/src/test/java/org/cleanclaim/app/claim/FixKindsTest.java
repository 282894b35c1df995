package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimFixes.Chosen;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fixes of units, days and whole lines; their way back; a claim that fails in another way than the
/// database's.
class FixKindsTest {
  private final DemoServer server = DemoServer.shared();
  private final ClaimFixes fixes = server.bean(ClaimFixes.class);
  private final FixUndo undo = server.bean(FixUndo.class);
  private final HeldClaims held = new HeldClaims();

  @Test
  void unitsAreSetWithTheirCharge() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held(withLastLine(l -> ClaimCopies.units(l, BigDecimal.ZERO, l.charge())));
          assertThat(held.open(claim)).contains("STR-UNITS");

          var report = apply(claim, "STR-UNITS", new Fix(FixKind.UNITS, "1"));

          assertThat(report.ready()).isEqualTo(1);
          var now = held.claims.get(claim.id()).snapshot();
          assertThat(now.lines().getLast().unitsBilled()).isEqualByComparingTo("1");
          assertThat(now.totalCharge()).isEqualTo(claim.totalCharge());
        });
  }

  @Test
  void theChargeFollowsTheUnits() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held.claims.find(held.ids(1).getFirst()).orElseThrow().snapshot();
          var line = claim.lines().getFirst();
          var charge = line.charge();
          var twice = new Fix(FixKind.UNITS, "2").applyTo(claim, Set.of(line.number()));

          var changed = (Fix.Result.Changed) twice;
          assertThat(changed.claim().lines().getFirst().charge()).isEqualTo(charge.plus(charge));
          assertThat(changed.claim().totalCharge()).isEqualTo(claim.totalCharge().plus(charge));
          assertThat(changed.before()).contains("units 1, $" + charge);
          assertThat(new Fix(FixKind.UNITS, "1").applyTo(claim, Set.of(line.number())).toString())
              .contains("has these units already");
          assertThat(new Fix(FixKind.UNITS, "1").applyTo(claim, Set.of()).toString())
              .contains("names no line");
          assertThat(new Fix(FixKind.UNITS, "0").problem()).isPresent();
          var uneven = ClaimCopies.units(line, new BigDecimal("3"), Money.of("100.00"));
          var lines = new ArrayList<>(claim.lines());
          lines.set(0, uneven);
          assertThat(
                  new Fix(FixKind.UNITS, "1")
                      .applyTo(ClaimCopies.lines(claim, lines), Set.of(line.number()))
                      .toString())
              .contains("does not make whole cents");
        });
  }

  @Test
  void aRepeatedLineIsTakenOffAndTheTotalFollows() {
    held.undone(
        Role.BILLER,
        () -> {
          var clean = held.claims.find(held.ids(1).getFirst()).orElseThrow().snapshot();
          var claim = held(FixKindsTest::withLastLineTwice);
          assertThat(held.open(claim)).contains("DUP-EXACT");

          var report = apply(claim, "DUP-EXACT", new Fix(FixKind.REMOVE_LINE, ""));

          assertThat(report.ready()).isEqualTo(1);
          var now = held.claims.get(claim.id());
          assertThat(now.snapshot().lines()).hasSize(clean.lines().size());
          assertThat(now.snapshot().lines())
              .extracting(ServiceLine::number)
              .containsExactlyElementsOf(clean.lines().stream().map(ServiceLine::number).toList());
          assertThat(now.totalCharge()).isEqualTo(clean.totalCharge());
          assertThat(held.claims.timeline(claim.id()))
              .anySatisfy(e -> assertThat(e.why()).contains("taken off"));
        });
  }

  @Test
  void theOnlyLineStaysAndTakesNoValue() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held.claims.find(held.ids(1).getFirst()).orElseThrow().snapshot();
          var all = Set.copyOf(claim.lines().stream().map(ServiceLine::number).toList());
          assertThat(new Fix(FixKind.REMOVE_LINE, "").applyTo(claim, all).toString())
              .contains("No line would be left");
          assertThat(new Fix(FixKind.REMOVE_LINE, "1").problem())
              .hasValueSatisfying(why -> assertThat(why).contains("takes no value"));
        });
  }

  @Test
  void daysOfServiceAreSetAndTheFilingLimitMovesWithThem() {
    held.undone(
        Role.BILLER,
        () -> {
          var right = held.claims.find(held.ids(1).getFirst()).orElseThrow();
          var day = right.servedFrom();
          var claim =
              held(withLastLine(l -> ClaimCopies.served(l, day.plusDays(300), day.plusDays(300))));
          assertThat(held.open(claim)).contains("STR-DATES");

          var report = apply(claim, "STR-DATES", new Fix(FixKind.SERVICE_DATES, day.toString()));

          assertThat(report.refusals()).isEmpty();
          var now = held.claims.get(claim.id());
          assertThat(now.snapshot().lines().getLast().servedFrom()).isEqualTo(day);
          assertThat(now.servedFrom()).isEqualTo(day);
          assertThat(now.fileBy()).isEqualTo(right.fileBy());
          assertThat(new Fix(FixKind.SERVICE_DATES, "2026-03-04 2026-03-02").problem()).isPresent();
          assertThat(new Fix(FixKind.SERVICE_DATES, "soon").problem()).isPresent();
        });
  }

  @Test
  void aChangeIsTakenBackOnceWithItsReason() {
    held.undone(
        Role.BILLER,
        () -> {
          var claim = held(HeldClaims::with25OnTheLastLine);
          apply(claim, "MOD-25", new Fix(FixKind.REMOVE_MODIFIER, "25"));
          int line = claim.snapshot().lines().getLast().number();
          var add = new Fix(FixKind.ADD_MODIFIER, "59");
          var clean = held.claims.get(claim.id());
          server
              .bean(ClaimChanges.class)
              .keep(
                  claim.id(),
                  3,
                  "NCCI-PTP",
                  add,
                  Set.of(line),
                  (Fix.Result.Changed) add.applyTo(clean.snapshot(), Set.of(line)),
                  "a session of its own");

          assertThat(undo.undo(claim.publicId(), 7, "never made"))
              .hasValueSatisfying(why -> assertThat(why).contains("made by no change"));
          assertThat(undo.undo(claim.publicId(), 3, " "))
              .hasValueSatisfying(why -> assertThat(why).contains("The reason has to have"));
          assertThat(
                  held.weekAfterService(
                      claim, () -> undo.undo(claim.publicId(), 3, "it was one session")))
              .isEmpty();

          var now = held.claims.get(claim.id());
          assertThat(now.snapshot().lines().getLast().modifiers().toString()).doesNotContain("59");
          assertThat(undo.changes(claim.id()).getFirst().undoneWhy())
              .isEqualTo("it was one session");
          assertThat(undo.changes(claim.id()).getLast().undoneBy()).isNull();
          assertThat(held.claims.timeline(claim.id()))
              .anySatisfy(
                  e -> assertThat(e.why()).contains("Taken back for NCCI-PTP", "one session"))
              .anySatisfy(e -> assertThat(e.why()).contains("Not made again"));
          assertThat(undo.undo(claim.publicId(), 3, "it was one session"))
              .hasValueSatisfying(why -> assertThat(why).contains("already"));
        });
  }

  @Test
  void aClaimThatFailsIsNamedAndTheOthersGoOn() {
    held.undone(
        Role.BILLER,
        () -> {
          var ids = held.ids(2);
          var broken = held.hold(ids.getFirst(), HeldClaims::with25OnTheLastLine);
          var good = held.hold(ids.getLast(), HeldClaims::with25OnTheLastLine);
          server
              .bean(JdbcClient.class)
              .sql("update claim set snapshot = '{\"type\": \"NONE\"}' where public_id = :id")
              .param("id", broken.publicId())
              .update();

          var chosen = List.of(chosen(broken), chosen(good));
          var report =
              held.weekAfterService(
                  good,
                  () ->
                      fixes.apply(
                          "MOD-25", new Fix(FixKind.REMOVE_MODIFIER, "25"), chosen, "no visit"));

          assertThat(report.ready()).isEqualTo(1);
          assertThat(report.refusals())
              .singleElement()
              .satisfies(r -> assertThat(r.why()).contains("The change failed"));
        });
  }

  private BilledClaim held(UnaryOperator<Claim> spoiled) {
    return held.hold(held.ids(1).getFirst(), spoiled);
  }

  private ClaimFixes.Report apply(BilledClaim claim, String rule, Fix fix) {
    return held.weekAfterService(
        claim, () -> fixes.apply(rule, fix, List.of(chosen(claim)), "as the note says"));
  }

  private static Chosen chosen(BilledClaim claim) {
    return new Chosen(claim.publicId(), claim.revision());
  }

  private static UnaryOperator<Claim> withLastLine(UnaryOperator<ServiceLine> change) {
    return claim -> {
      var lines = new ArrayList<>(claim.lines());
      lines.add(change.apply(lines.removeLast()));
      return ClaimCopies.lines(claim, lines);
    };
  }

  private static Claim withLastLineTwice(Claim claim) {
    var lines = new ArrayList<>(claim.lines());
    lines.add(ClaimCopies.number(lines.getLast(), lines.size() + 1));
    return ClaimCopies.lines(claim, lines);
  }
}

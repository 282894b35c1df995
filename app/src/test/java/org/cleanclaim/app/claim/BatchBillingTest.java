package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.EncounterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionOperations;

/// Many visits at once are billed as each would be by itself.
class BatchBillingTest {
  private final BatchBilling batch = DemoServer.shared().bean(BatchBilling.class);
  private final Claims claims = DemoServer.shared().bean(Claims.class);
  private final TransactionOperations transactions =
      DemoServer.shared().bean(TransactionOperations.class);
  private final AuditTrail audit = DemoServer.shared().bean(AuditTrail.class);

  @Test
  void manyVisitsAreBilledAsEachByItself() {
    var alone = new TwinPractice("1777770011");
    var together = new TwinPractice("1777770029");

    var one =
        alone.inside(
            () -> alone.visits().stream().map(v -> alone.number(v) + ": " + bill(v)).toList());
    var progress = new ArrayList<Integer>();
    var outcomes = together.inside(() -> batch.bill(together.visits(), progress::add));

    assertThat(outcomes.stream().map(o -> together.number(o.visit()) + ": " + words(o)).toList())
        .isEqualTo(one);
    assertThat(one)
        .contains(
            "ordinary: 1 claims, READY",
            "same services again: 1 claims, HELD",
            "nobody covers: SelfPay",
            "no diagnosis: 1 claims, HELD",
            "no charges: Visit no charges has no charges. Capture them first.",
            "long: 2 claims, HELD",
            "fails: failed",
            "not final: The codes of visit not final are not final. Finalize its chart first.");
    var written = together.written();
    assertThat(written).containsExactlyElementsOf(alone.written());
    assertThat(written.stream().map(line -> line.split(" \\| ", -1)[0]).distinct())
        .contains("claim", "source", "event", "finding", "clock", "use", "entry", "audit");
    assertThat(progress).last().isEqualTo(outcomes.size());
    assertThat(together.inside(audit::verify)).isEmpty();
    assertThat(outcomes)
        .filteredOn(o -> o.failure() != null)
        .singleElement()
        .satisfies(o -> assertThat(o.refusal()).contains(o.failure()));
    assertThat(outcomes.stream().filter(o -> o.refusal().isPresent())).hasSize(3);
  }

  @Test
  void visitsThatWereBilledKeepTheirClaims() {
    var practice = new TwinPractice("1777770037");
    practice.inside(() -> batch.bill(practice.visits(), done -> {}));
    var before = practice.written();

    practice.inside(() -> batch.bill(practice.visits(), done -> {}));

    assertThat(practice.written()).containsExactlyElementsOf(before);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aBillOfSeveralClaimsFollowsAnotherInOneTransaction() {
    var practice = new TwinPractice("1777770052");
    var visits =
        practice.visits().stream()
            .filter(v -> Set.of("ordinary", "long").contains(practice.number(v)))
            .toList();

    var made =
        practice.inside(
            () -> transactions.execute(status -> visits.stream().map(claims::bill).toList()));

    assertThat(made)
        .extracting(BatchBillingTest::words)
        .containsExactly("1 claims, READY", "2 claims, HELD");
  }

  private String bill(EncounterId visit) {
    try {
      return words(claims.bill(visit));
    } catch (RuntimeException e) {
      return "failed";
    }
  }

  private static String words(BatchBilling.Outcome outcome) {
    return outcome.result() == null ? "failed" : words(outcome.result());
  }

  private static String words(CreateResult result) {
    return switch (result) {
      case CreateResult.Created made ->
          "%d claims, %s"
              .formatted(
                  made.all().size(),
                  made.all().stream()
                      .map(claim -> claim.status().name())
                      .distinct()
                      .collect(Collectors.joining(", ")));
      case CreateResult.SelfPay _ -> "SelfPay";
      case CreateResult.NotBillable(String message) -> message;
    };
  }
}

package org.cleanclaim.app.payerrule;

import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Rules for tests, and work that leaves nothing behind.
public final class WrittenRules {
  /// Fires on the one line that a demo payer denied with CO-50.
  public static final String LONG_TALK =
      """
      rule: TEST-LONG-TALK
      version: 1
      title: Long psychotherapy is looked at
      intent: An hour of psychotherapy is billed after a look at the note
      owner: Mara
      reason: Denied with CO-50 in April
      source: Provider manual, behavioral health
      from: 2026-01-01
      when:
        - line.procedure is 90837
      do:
        - hold: An hour of psychotherapy is often refused.
          fix: Make sure that the note supports it.
          at: line.procedure
          denial: 50
      examples:
        passes:
          - {lines: [{procedure: 90834}]}
        fails:
          - {lines: [{procedure: 90837}]}
      """;

  /// An action that holds the claim.
  public static final String HOLD = "hold: Look at it.\n    fix: Look at it and send it.";

  private WrittenRules() {}

  /// A rule on every claim, with one action for each line given.
  public static String onEveryClaim(String id, String... actions) {
    return """
    rule: %s
    version: 1
    title: A rule for a test
    intent: Something is done on every claim
    owner: Mara
    reason: Asked for by the payer
    source: Letter of the payer
    from: 2020-01-01
    when:
      - claim.referralNumber is not NONE
    do:
      - %s
    examples:
      passes:
        - {claim.referralNumber: NONE}
      fails:
        - {claim.referralNumber: R7}
    """
        .formatted(id, String.join("\n  - ", actions));
  }

  /// Saves, replays and publishes a rule.
  public static void publish(String text) {
    var server = DemoServer.shared();
    var saved = server.bean(PayerRuleBook.class).save(text);
    if (!(saved instanceof PayerRuleBook.Saving.Saved(RuleVersion version))) {
      throw new AssertionError(saved);
    }
    server.bean(RuleReplays.class).replay(version.ruleId(), version.version());
    var refusal =
        server
            .bean(RulePublication.class)
            .publish(version.ruleId(), version.version(), "for a test");
    if (refusal.isPresent()) throw new AssertionError(refusal.get());
  }

  /// Work of somebody with a role that is undone afterwards.
  static void undone(Role role, Runnable work) {
    var server = DemoServer.shared();
    long organization = server.bean(Organizations.class).all().getFirst().id();
    var actor = new Actor(organization, "pat", Set.of(role), false);
    Acting.as(
        actor,
        () ->
            new TransactionTemplate(server.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }
}

package org.cleanclaim.app.payerrule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.payerrule.RuleEvent.What;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.edits.payerrule.Replay;
import org.cleanclaim.kernel.EffectivePeriod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plays a version of a rule over the organization's past claims and keeps what came of it.
@Component
@Transactional
public class RuleReplays {
  private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.of(1900, 1, 1));

  private final RuleRecords records;
  private final PastClaims past;
  private final AuditTrail audit;
  private final Clock clock;

  RuleReplays(RuleRecords records, PastClaims past, AuditTrail audit, Clock clock) {
    this.records = records;
    this.past = past;
    this.audit = audit;
    this.clock = clock;
  }

  /// Plays a version. When it is in force on none of the days of the past claims that it is about,
  /// it is played as if it had always been: otherwise nothing could be known of a rule that begins
  /// next month.
  ///
  /// @return empty when the version's text cannot be read any more
  public Optional<RuleReplay> replay(String ruleId, int number) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = records.lock(ruleId, number).orElseThrow();
    var text = RuleText.of(version.text());
    if (text.rule().isEmpty()) return Optional.empty();
    var replay = play(text.rule().get(), version.digest());
    records.keep(ruleId, number, replay);
    records.note(ruleId, number, What.REPLAYED, null);
    audit.record("replayed version " + number, "payer rule", ruleId, null, null);
    return Optional.of(replay);
  }

  private RuleReplay play(PayerRule rule, String digest) {
    var inPeriod = Replay.of(PayerRules.of(List.of(rule)));
    var always = Replay.of(PayerRules.of(List.of(RuleSuccession.within(rule, ALWAYS))));
    past.each(claim -> {
      inPeriod.add(claim);
      always.add(claim);
    });
    var report = inPeriod.report();
    boolean isOutOfPeriod = report.inScope() == 0 && always.report().inScope() > 0;
    if (isOutOfPeriod) report = always.report();
    return new RuleReplay(
        digest,
        isOutOfPeriod,
        report.claims(),
        report.inScope(),
        report.denials(),
        report.all(),
        Acting.actor().name(),
        clock.instant());
  }
}

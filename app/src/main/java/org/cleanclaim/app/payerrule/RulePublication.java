package org.cleanclaim.app.payerrule;

import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.payerrule.RuleEvent.What;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts a draft into force, once everything that is asked for is there: somebody who answers for
/// it, the reason, examples that go as they say, a replay of exactly this text, and no published
/// rule that it undoes.
@Component
@Transactional
public class RulePublication {
  private final RuleRecords records;
  private final AuditTrail audit;

  RulePublication(RuleRecords records, AuditTrail audit) {
    this.records = records;
    this.audit = audit;
  }

  /// Publishes a draft.
  ///
  /// @param reason why the rules are changed now
  /// @return why it cannot be published; empty when it is
  public Optional<String> publish(String ruleId, int number, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = records.lock(ruleId, number).orElseThrow();
    var refusal = refusal(version).or(() -> RuleReasons.problem(reason));
    if (refusal.isPresent()) return refusal;
    records.move(ruleId, number, State.PUBLISHED);
    records.note(ruleId, number, What.PUBLISHED, reason.strip());
    audit.record("published version " + number, "payer rule", ruleId, null, reason.strip());
    return Optional.empty();
  }

  /// Why a version cannot be published, apart from the reason that has to be given; empty when it
  /// can.
  @Transactional(readOnly = true)
  public Optional<String> refusal(RuleVersion version) {
    if (version.state() != State.DRAFT) {
      return Optional.of("Only a draft is published; save the change as a further version.");
    }
    var text = RuleText.of(version.text());
    if (!text.remarks().isEmpty()) {
      return Optional.of("The text cannot be read. " + text.remarks().getFirst());
    }
    if (version.owner().isBlank() || version.reason().isBlank()) {
      return Optional.of("The rule needs an owner and a reason. Write both into its text.");
    }
    if (!text.failures().isEmpty()) {
      return Optional.of("Its examples do not go as they say. " + text.failures().getFirst());
    }
    var replay = records.latestReplay(version.ruleId(), version.version());
    if (replay.isEmpty()) {
      return Optional.of("It has not been replayed over past claims. Replay it first.");
    }
    if (!replay.get().digest().equals(version.digest())) {
      return Optional.of("Its text was changed after the replay. Replay it again.");
    }
    return conflict(version);
  }

  private Optional<String> conflict(RuleVersion draft) {
    return records.ofState(State.PUBLISHED).stream()
        .filter(other -> !other.ruleId().equals(draft.ruleId()))
        .flatMap(other ->
            PayerRuleFiles.read("rules", other.text() + "---\n" + draft.text())
                .conflicts()
                .stream())
        .findFirst()
        .map(c -> "It contradicts a published rule. %s %s".formatted(c.reason(), c.remedy()));
  }
}

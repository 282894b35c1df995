package org.cleanclaim.app.payerrule;

import java.util.Locale;
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
/// it, the reason, examples that go as they say, a replay of exactly this text over at least one
/// past claim that the rule is about, and no published rule that it undoes. A practice that has no
/// such claim yet may publish without one, on a way of its own and with the reason on record.
@Component
@Transactional
public class RulePublication {
  private final RuleRecords records;
  private final AuditTrail audit;

  RulePublication(RuleRecords records, AuditTrail audit) {
    this.records = records;
    this.audit = audit;
  }

  /// Publishes a draft that was tried on past claims.
  ///
  /// @param reason why the rules are changed now
  /// @return why it cannot be published; empty when it is
  public Optional<String> publish(String ruleId, int number, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = records.lock(ruleId, number).orElseThrow();
    var refusal = refusal(version).or(() -> RuleReasons.problem(reason));
    if (refusal.isPresent()) return refusal;
    put(ruleId, number, What.PUBLISHED, reason);
    return Optional.empty();
  }

  /// Publishes a draft although no past claim is there that the rule is about: its replay has to
  /// have said so.
  ///
  /// @param reason why it is published untried
  /// @return why it cannot be published so; empty when it is
  public Optional<String> publishUntried(String ruleId, int number, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = records.lock(ruleId, number).orElseThrow();
    var refusal =
        refusalOfText(version)
            .or(() -> refusalOfTried(version))
            .or(() -> conflict(version))
            .or(() -> RuleReasons.problem(reason));
    if (refusal.isPresent()) return refusal;
    put(ruleId, number, What.PUBLISHED_UNTRIED, reason);
    return Optional.empty();
  }

  private void put(String ruleId, int number, What what, String reason) {
    records.move(ruleId, number, State.PUBLISHED);
    records.note(ruleId, number, what, reason.strip());
    audit.record(
        what.title().toLowerCase(Locale.ROOT) + ", version " + number,
        "payer rule",
        ruleId,
        null,
        reason.strip());
  }

  /// Why a version cannot be published, apart from the reason that has to be given; empty when it
  /// can.
  @Transactional(readOnly = true)
  public Optional<String> refusal(RuleVersion version) {
    return refusalOfText(version)
        .or(() -> refusalOfReplay(version))
        .or(() -> refusalOfUntried(version))
        .or(() -> conflict(version));
  }

  /// Whether a version may be published without past claims: all that is missing is a claim that it
  /// is about.
  @Transactional(readOnly = true)
  public boolean mayGoUntried(RuleVersion version) {
    return refusalOfText(version)
        .or(() -> refusalOfTried(version))
        .or(() -> conflict(version))
        .isEmpty();
  }

  private static Optional<String> refusalOfText(RuleVersion version) {
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
    return Optional.empty();
  }

  private Optional<String> refusalOfReplay(RuleVersion version) {
    var replay = records.latestReplay(version.ruleId(), version.version());
    if (replay.isEmpty()) {
      return Optional.of("It has not been replayed over past claims. Replay it first.");
    }
    if (!replay.get().digest().equals(version.digest())) {
      return Optional.of("Its text was changed after the replay. Replay it again.");
    }
    return Optional.empty();
  }

  private Optional<String> refusalOfUntried(RuleVersion version) {
    var replay = records.latestReplay(version.ruleId(), version.version()).orElseThrow();
    if (replay.inScope() > 0) return Optional.empty();
    return Optional.of(
        "The rule is about none of the %d past claims with a decision of their payer, so the replay says nothing of it. Replay it when there is such a claim, or publish it without past claims and say why."
            .formatted(replay.claims()));
  }

  private Optional<String> refusalOfTried(RuleVersion version) {
    var refusal = refusalOfReplay(version);
    if (refusal.isPresent()) return refusal;
    int tried = records.latestReplay(version.ruleId(), version.version()).orElseThrow().inScope();
    if (tried == 0) return Optional.empty();
    return Optional.of(
        "It was replayed over %d claims that it is about. Publish it in the usual way."
            .formatted(tried));
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

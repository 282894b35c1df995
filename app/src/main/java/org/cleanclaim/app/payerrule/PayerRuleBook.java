package org.cleanclaim.app.payerrule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.payerrule.RuleEvent.What;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.edits.Rule;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organization's rules: what is written, and how a draft is saved. A text that cannot be read
/// is not saved; whoever typed it keeps it.
@Component
@Transactional
public class PayerRuleBook {
  private static final String SUBJECT = "payer rule";

  /// What came of saving.
  public sealed interface Saving {
    record Saved(RuleVersion version) implements Saving {}

    record Refused(List<RuleRemark> remarks) implements Saving {
      public Refused {
        remarks = List.copyOf(remarks);
      }
    }
  }

  private final RuleRecords records;
  private final AuditTrail audit;

  PayerRuleBook(RuleRecords records, AuditTrail audit) {
    this.records = records;
    this.audit = audit;
  }

  /// The versions of a rule, the latest first.
  @Transactional(readOnly = true)
  public List<RuleVersion> versions(String ruleId) {
    return records.ofRule(ruleId);
  }

  /// What was done with a rule, the latest first.
  @Transactional(readOnly = true)
  public List<RuleEvent> events(String ruleId) {
    return records.events(ruleId);
  }

  /// The latest replay of a version, whatever its text was then.
  @Transactional(readOnly = true)
  public Optional<RuleReplay> latestReplay(RuleVersion version) {
    return records.latestReplay(version.ruleId(), version.version());
  }

  /// Saves the text of one rule as a draft of the version that it names.
  public Saving save(String typed) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var text = RuleText.of(typed);
    if (text.rule().isEmpty()) return new Saving.Refused(text.remarks());
    PayerRule rule = text.rule().get();
    var refusal = refusal(rule);
    if (refusal.isPresent()) return new Saving.Refused(List.of(refusal.get()));
    return new Saving.Saved(keep(rule, text, What.SAVED));
  }

  /// Copies rules that come with the product as drafts of whoever does it; versions that are there
  /// already stay as they are.
  ///
  /// @return how many versions were copied
  public int copyStarters(Set<String> ruleIds) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    int copied = 0;
    for (StarterRule starter : StarterRule.all()) {
      String id = starter.rule().id().value();
      if (!ruleIds.contains(id)) continue;
      var text = RuleText.of(starter.ownedBy(Acting.actor().name()));
      var rule = text.rule().orElseThrow();
      if (records.lock(id, rule.version()).isPresent()) continue;
      keep(rule, text, What.COPIED);
      copied++;
    }
    return copied;
  }

  /// Takes a version out of use: a published one judges no claim from now on, a draft is given up.
  ///
  /// @return why it cannot be done; empty when it is done
  public Optional<String> retire(String ruleId, int number, String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var version = records.lock(ruleId, number).orElseThrow();
    if (version.state() == State.RETIRED) {
      return Optional.of("Version %d is retired already.".formatted(number));
    }
    var problem = RuleReasons.problem(reason);
    if (problem.isPresent()) return problem;
    records.move(ruleId, number, State.RETIRED);
    records.note(ruleId, number, What.RETIRED, reason.strip());
    audit.record("retired version " + number, SUBJECT, ruleId, null, reason.strip());
    return Optional.empty();
  }

  private RuleVersion keep(PayerRule rule, RuleText text, What what) {
    String id = rule.id().value();
    records.save(rule, text);
    records.note(id, rule.version(), what, null);
    audit.record("saved draft of version " + rule.version(), SUBJECT, id, null, rule.reason());
    return records.lock(id, rule.version()).orElseThrow();
  }

  private Optional<RuleRemark> refusal(PayerRule rule) {
    String id = rule.id().value();
    if (Rule.find(id).isPresent()) {
      return Optional.of(
          new RuleRemark(
              rule.line(), id + " is the id of a built-in rule.", "Give the rule another id."));
    }
    var existing = records.lock(id, rule.version());
    if (existing.isPresent() && existing.get().state() != State.DRAFT) {
      int next = records.ofRule(id).getFirst().version() + 1;
      return Optional.of(
          new RuleRemark(
              rule.line(),
              "Version %d of %s has been %s and stays as it is."
                  .formatted(
                      rule.version(),
                      id,
                      existing.get().state() == State.PUBLISHED ? "published" : "retired"),
              "Write \"version: %d\".".formatted(next)));
    }
    return Optional.empty();
  }
}

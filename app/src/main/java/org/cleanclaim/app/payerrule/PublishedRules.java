package org.cleanclaim.app.payerrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;
import org.cleanclaim.edits.payerrule.PayerRules;
import org.cleanclaim.edits.payerrule.RuleChange;
import org.cleanclaim.edits.payerrule.RuleOutcome;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Runs the organization's published rules over a claim. A rule that fails becomes a finding that
/// says so; the others go on.
@Component
@Transactional(readOnly = true)
public class PublishedRules {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedRules.class);

  /// What the rules did with a claim.
  ///
  /// @param claim with all changes
  /// @param findings what they have to say; tags are findings that inform
  public record Applied(Claim claim, List<Finding> findings, List<RuleChange> changes) {
    public Applied {
      findings = List.copyOf(findings);
      changes = List.copyOf(changes);
    }
  }

  /// One rule, ready to be asked.
  private record Asked(PayerRule rule, PayerRules alone) {}

  /// The rules in force at one time, in their order.
  ///
  /// @param asOf the change of the rules that they are taken from
  /// @param unreadable findings about published rules whose text this version cannot read
  private record InForce(String asOf, List<Asked> rules, List<Finding> unreadable) {}

  private final RuleRecords records;
  private final Map<Long, InForce> byOrganization = new ConcurrentHashMap<>();
  private final ReadOnce<Long, String> latestChange;

  PublishedRules(RuleRecords records) {
    this.records = records;
    this.latestChange =
        new ReadOnce<>(practices -> Map.of(practices.iterator().next(), records.latestChange()));
  }

  /// Asks every rule in force on the claim's first day of service, in their order; each sees the
  /// claim as the rules before it left it.
  ///
  /// @param day the day on which the claim is judged
  public Applied apply(Claim claim, LocalDate day) {
    var inForce = inForce();
    var findings = new ArrayList<Finding>(inForce.unreadable());
    var changes = new ArrayList<RuleChange>();
    var now = claim;
    for (Asked asked : inForce.rules()) {
      try {
        RuleOutcome outcome = asked.alone().apply(now, day);
        now = outcome.claim();
        findings.addAll(outcome.findings());
        outcome.tags().forEach(tag -> findings.add(tagged(asked.rule(), tag)));
        changes.addAll(outcome.changes());
        if (!outcome.fired().isEmpty() && asked.rule().after() == PayerRule.After.STOP) break;
      } catch (RuntimeException e) {
        LOG.error("payer rule {} failed", asked.rule().id(), e);
        findings.add(
            failed(
                asked.rule().id(),
                asked.rule().period(),
                "The rule could not be applied (%s).".formatted(e.getClass().getSimpleName())));
      }
    }
    return new Applied(now, findings, changes);
  }

  /// The published rules together with those that come with the product, of which one of the same
  /// id gives way.
  public PayerRules withStarters() {
    var rules = new ArrayList<PayerRule>();
    inForce().rules().forEach(asked -> rules.add(asked.rule()));
    var own = rules.stream().map(PayerRule::id).collect(Collectors.toSet());
    PayerRuleFiles.starter().rules().stream()
        .filter(rule -> !own.contains(rule.id()))
        .forEach(rules::add);
    return PayerRules.of(rules);
  }

  private InForce inForce() {
    long organization = Acting.actor().organizationId();
    String asOf = latestChange.get(organization);
    var known = byOrganization.get(organization);
    if (known != null && known.asOf().equals(asOf)) return known;
    var read = read(asOf);
    byOrganization.put(organization, read);
    return read;
  }

  private InForce read(String asOf) {
    var byId = new TreeMap<String, List<PayerRule>>();
    var unreadable = new ArrayList<Finding>();
    for (RuleVersion version : records.ofState(State.PUBLISHED)) {
      var text = RuleText.of(version.text());
      if (text.rule().isPresent()) {
        byId.computeIfAbsent(version.ruleId(), id -> new ArrayList<>()).add(text.rule().get());
      } else {
        unreadable.add(
            failed(
                new RuleId(version.ruleId()),
                version.period(),
                "Version %d of the rule cannot be read.".formatted(version.version())));
      }
    }
    var rules =
        byId.values().stream()
            .flatMap(versions -> RuleSuccession.inForce(versions).stream())
            .sorted(
                Comparator.comparingInt(PayerRule::order)
                    .thenComparing(rule -> rule.id().value())
                    .thenComparingInt(PayerRule::version))
            .map(rule -> new Asked(rule, PayerRules.of(List.of(rule))))
            .toList();
    return new InForce(asOf, rules, List.copyOf(unreadable));
  }

  private static Finding tagged(PayerRule rule, String tag) {
    return new Finding(
        rule.id(),
        Layer.PAYER_RULE,
        Severity.INFORMATION,
        Place.WHOLE,
        "Tagged " + tag + ".",
        "Nothing has to be mended; the tag is for lists of work.",
        null,
        new Citation(rule.source(), rule.period()));
  }

  private static Finding failed(RuleId id, EffectivePeriod period, String message) {
    return new Finding(
        id,
        Layer.PAYER_RULE,
        Severity.WARNING,
        Place.WHOLE,
        message,
        "Check the claim by hand for this rule, and correct or retire the rule.",
        null,
        new Citation("The practice's own rule", period));
  }
}

package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.cleanclaim.edits.payerrule.PayerCondition.Answer;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.jspecify.annotations.Nullable;

/// A set of rules in their order: by number, then by id and version. Each rule sees the claim as
/// the rules before it left it, and is asked once, so that a run always ends.
public final class PayerRules {
  /// The order in which rules are asked.
  static final Comparator<PayerRule> IN_ORDER =
      Comparator.comparingInt(PayerRule::order)
          .thenComparing(rule -> rule.id().value())
          .thenComparingInt(PayerRule::version);

  /// @param cheapFirst the rule's conditions, expressions last: all have to hold, so that the order
  ///   changes no answer
  private record Asked(PayerRule rule, boolean isOfLines, List<PayerCondition> cheapFirst) {
    static Asked of(PayerRule rule) {
      return new Asked(
          rule,
          rule.isOfLines(),
          rule.conditions().stream()
              .sorted(Comparator.comparing(CelCondition.class::isInstance))
              .toList());
    }
  }

  private final List<PayerRule> rules;
  private final List<Asked> asked;

  private PayerRules(List<PayerRule> rules) {
    this.rules = rules;
    this.asked = rules.stream().map(Asked::of).toList();
  }

  public static PayerRules of(Collection<PayerRule> rules) {
    return new PayerRules(rules.stream().sorted(IN_ORDER).toList());
  }

  /// The rules in the order in which they are asked.
  public List<PayerRule> rules() {
    return rules;
  }

  /// Asks every rule in force.
  ///
  /// @param day the day on which the claim is judged; a rule has to be in force on the first day of
  ///   service, and on this day when the claim names none
  public RuleOutcome apply(Claim claim, LocalDate day) {
    var run = new Run(claim, day);
    LocalDate served = claim.servedFrom().orElse(day);
    for (Asked each : asked) {
      PayerRule rule = each.rule();
      if (!rule.period().contains(served) || !rule.scope().covers(run.claim)) continue;
      if (run.ask(each) && rule.after() == PayerRule.After.STOP) break;
    }
    return new RuleOutcome(run.findings, run.changes, List.copyOf(run.tags), run.claim, run.fired);
  }

  /// One claim on its way through the rules.
  private static final class Run {
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();
    private final List<RuleChange> changes = new ArrayList<>();
    private final TreeSet<String> tags = new TreeSet<>();
    private final List<RuleId> fired = new ArrayList<>();
    private Claim claim;
    private Facts facts;

    Run(Claim claim, LocalDate day) {
      this.claim = claim;
      this.day = day;
      this.facts = Facts.of(claim, day);
    }

    /// Whether the rule fired.
    boolean ask(Asked asked) {
      PayerRule rule = asked.rule();
      var hits = new ArrayList<@Nullable ServiceLine>(0);
      boolean isUndecided = false;
      for (Facts each : asked.isOfLines() ? facts.lines() : List.of(facts)) {
        Answer answer = AnyOf.all(asked.cheapFirst(), each);
        if (answer == Answer.YES) hits.add(each.line());
        isUndecided |= answer == Answer.UNDECIDED;
      }
      if (isUndecided) findings.add(undecided(rule));
      if (hits.isEmpty()) return false;
      fired.add(rule.id());
      for (ServiceLine line : hits) {
        for (PayerAction action : rule.actions()) act(rule, action, line);
      }
      return true;
    }

    private void act(PayerRule rule, PayerAction action, @Nullable ServiceLine line) {
      switch (action) {
        case PayerAction.Say say -> findings.add(finding(rule, say, line));
        case PayerAction.Tag tag -> tags.add(tag.name());
        case PayerAction.Write write -> write(rule, write, line);
      }
    }

    private void write(PayerRule rule, PayerAction.Write write, @Nullable ServiceLine line) {
      ClaimField field = write.field();
      @Nullable ServiceLine now = line == null ? null : current(line);
      List<String> before = field.read(claim, now, day);
      List<String> after = changed(before, write);
      if (before.equals(after)) return;
      Place place = field.place(field.isOfLine() ? now : null);
      var draft = new ClaimDraft(claim);
      try {
        if (!field.isOfLine()) {
          FieldWriter.write(field, after, draft);
        } else if (now != null) {
          LineFieldWriter.write(field, after, draft.lines.get(claim.lines().indexOf(now)));
        }
      } catch (FieldWriter.Misfit e) {
        findings.add(notWritten(rule, place, e));
        return;
      }
      claim = draft.toClaim();
      facts = Facts.of(claim, day);
      changes.add(
          new RuleChange(
              rule.id(),
              rule.version(),
              place,
              String.join(", ", before),
              String.join(", ", after)));
    }

    /// The line as earlier actions left it.
    private ServiceLine current(ServiceLine line) {
      for (ServiceLine each : claim.lines()) {
        if (each.number() == line.number()) return each;
      }
      return line;
    }

    private static List<String> changed(List<String> before, PayerAction.Write write) {
      var after = new ArrayList<>(before);
      switch (write.manner()) {
        case SET -> {
          return write.values();
        }
        case ADD -> {
          for (String value : write.values()) {
            if (!after.contains(value)) after.add(value);
          }
        }
        case REMOVE -> after.removeAll(write.values());
      }
      return after;
    }

    private static Finding finding(
        PayerRule rule, PayerAction.Say say, @Nullable ServiceLine line) {
      ClaimField at = say.at() == null ? rule.subject().orElse(null) : say.at();
      Place place;
      if (at == null) place = Place.WHOLE;
      else place = at.place(at.isOfLine() ? line : null);
      return new Finding(
          rule.id(),
          Layer.PAYER_RULE,
          say.weight() == PayerAction.Weight.HOLD ? Severity.ERROR : Severity.WARNING,
          place,
          say.message(),
          say.remedy(),
          say.expectedDenial(),
          citation(rule));
    }

    private static Finding undecided(PayerRule rule) {
      return new Finding(
          rule.id(),
          Layer.PAYER_RULE,
          Severity.WARNING,
          Place.WHOLE,
          "The rule could not be decided: its expression took too many steps or met a value it"
              + " cannot use.",
          "Look at the claim by hand, and make the rule's expression simpler.",
          null,
          citation(rule));
    }

    private static Finding notWritten(PayerRule rule, Place place, FieldWriter.Misfit misfit) {
      return new Finding(
          rule.id(),
          Layer.PAYER_RULE,
          Severity.WARNING,
          place,
          "The rule's change could not be made: " + misfit.getMessage() + ".",
          "Make the change by hand, and correct the rule.",
          null,
          citation(rule));
    }

    private static Citation citation(PayerRule rule) {
      return new Citation(rule.source(), rule.period());
    }
  }
}

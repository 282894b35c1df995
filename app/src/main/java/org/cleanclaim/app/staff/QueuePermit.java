package org.cleanclaim.app.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which charts one person may work on a day.
public final class QueuePermit {
  private final List<QueueRule> rules;
  private final Optional<StaffMember> member;
  private final List<Credential> held;
  private final Set<String> allowedVisits;
  private final LocalDate today;

  /// @param member the person on the list of the staff, empty for a user who is not on it
  /// @param allowedVisits visits that the person may work in spite of the rules
  QueuePermit(
      List<QueueRule> rules,
      Optional<StaffMember> member,
      List<Credential> held,
      Set<String> allowedVisits,
      LocalDate today) {
    this.rules = List.copyOf(rules);
    this.member = member;
    this.held = List.copyOf(held);
    this.allowedVisits = Set.copyOf(allowedVisits);
    this.today = today;
  }

  /// Of a part of the system, which no rule asks for credentials.
  static QueuePermit ofSystem() {
    return new QueuePermit(List.of(), Optional.empty(), List.of(), Set.of(), LocalDate.EPOCH);
  }

  /// Why the person may not work a chart, in a sentence that names what is missing; empty when
  /// nothing stands against it.
  public Optional<String> refusal(String setting, String specialty, String visitNumber) {
    return allowedVisits().contains(visitNumber) ? Optional.empty() : why(setting, specialty);
  }

  /// Numbers of the visits whose charts the person may work in spite of the rules; of somebody who
  /// is not employed on the day none.
  public Set<String> allowedVisits() {
    return isGone() ? Set.of() : allowedVisits;
  }

  /// Why the person may not work the charts of a setting and specialty, exceptions apart. Whoever
  /// is on the list and not employed on the day works none.
  public Optional<String> why(String setting, String specialty) {
    if (isGone()) {
      return Optional.of(
          "By the list of the staff you are not employed on %s, and who is not codes no charts. An administrator can correct the list."
              .formatted(today));
    }
    return rules.stream()
        .filter(r -> r.covers(setting, specialty))
        .filter(r -> held.stream().noneMatch(c -> opens(c, r)))
        .findFirst()
        .map(this::sentence);
  }

  private boolean isGone() {
    return member.filter(m -> !m.isEmployedOn(today)).isPresent();
  }

  private boolean opens(Credential credential, QueueRule rule) {
    return rule.credentials().contains(credential.credential()) && credential.qualifies(today);
  }

  private String sentence(QueueRule rule) {
    return "%s%s take %s. %s Leave the chart to somebody who holds it, or ask an administrator for an exception."
        .formatted(
            rule.queue().substring(0, 1).toUpperCase(Locale.ROOT),
            rule.queue().substring(1),
            rule.anyOf(),
            lack(rule));
  }

  private String lack(QueueRule rule) {
    return held.stream()
        .filter(c -> rule.credentials().contains(c.credential()))
        .findFirst()
        .map(c ->
            switch (c.state(today)) {
              case EXPIRED -> "Your %s expired on %s.".formatted(c.credential(), c.expiresOn());
              case UNPROVEN -> "Your %s is on record without a proof.".formatted(c.credential());
              case VALID, EXPIRING -> throw new IllegalStateException("it qualifies");
            })
        .orElse("You have none of these on record.");
  }
}

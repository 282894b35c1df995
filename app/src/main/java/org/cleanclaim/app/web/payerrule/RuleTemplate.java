package org.cleanclaim.app.web.payerrule;

import java.util.List;
import org.cleanclaim.app.payerrule.RuleVersion;

/// What the editor begins with.
final class RuleTemplate {
  static final String BLANK =
      """
      rule: MY-RULE
      version: 1
      title: Modifier 25 on a visit beside a small procedure
      intent: A visit on the day of a small procedure carries modifier 25
      owner: Your name
      reason: Denied with CO-97 in March
      source: Provider manual of the payer, section on modifiers
      from: 2026-01-01
      scope:
        payerClasses: [COMMERCIAL]
      when:
        - line.procedure is 99202..99215
        - claim.procedures is 17110
        - line.modifiers is not 25
      do:
        - hold: The visit stands beside a small procedure without modifier 25.
          fix: Add modifier 25 when the note supports a separate visit.
          at: line.modifiers
          denial: 97
      examples:
        passes:
          - {payer.class: COMMERCIAL, lines: [{procedure: 99213, modifiers: 25}, {procedure: 17110}]}
        fails:
          - {payer.class: COMMERCIAL, lines: [{procedure: 99213}, {procedure: 17110}]}
      """;

  private RuleTemplate() {}

  /// The latest version's text with the next number.
  static String next(List<RuleVersion> versions) {
    var latest = versions.stream().findFirst().orElseThrow();
    return latest.text().replaceFirst("(?m)^version:.*$", "version: " + (latest.version() + 1));
  }
}

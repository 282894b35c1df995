package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.time.Month;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Findings of charts whose day no installed edition of ICD-10-CM covers.
final class NoEdition {
  private static final LocalDate ICD10_BEGINS = LocalDate.of(2015, Month.OCTOBER, 1);

  private NoEdition() {}

  static Finding installed(LocalDate day) {
    return finding(
        ChartRule.NO_EDITION.severity(), "No edition of ICD-10-CM is installed for " + day + ".");
  }

  static Finding finding(Severity severity, String message) {
    ChartRule rule = ChartRule.NO_EDITION;
    return new Finding(
        new RuleId(rule.id()),
        rule.layer(),
        severity,
        Place.field("Date of service"),
        message,
        "Install the code set of that day, or correct the date.",
        null,
        new Citation("45 CFR 162.1002", EffectivePeriod.from(ICD10_BEGINS)));
  }
}

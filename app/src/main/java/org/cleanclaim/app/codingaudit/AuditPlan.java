package org.cleanclaim.app.codingaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What somebody plans to audit.
///
/// @param finalizedFrom first day on which the charts were made final, in the practice's time zone
/// @param finalizedTo last such day
/// @param coders user names; all coders when empty
/// @param goalPercent accuracy aimed at; 95 is what the field commonly asks for
public record AuditPlan(
    String name,
    LocalDate finalizedFrom,
    LocalDate finalizedTo,
    List<String> coders,
    Mode mode,
    Sample sample,
    AuditCriteria criteria,
    BigDecimal goalPercent) {
  /// The goal that is proposed: AHIMA and AAPC are commonly cited with 95 percent.
  public static final BigDecimal USUAL_GOAL = new BigDecimal("95.0");

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public AuditPlan {
    name = name.strip();
    coders = List.copyOf(coders);
    if (name.isEmpty()) throw new AuditRefusal("An audit needs a name.");
    if (finalizedTo.isBefore(finalizedFrom)) {
      throw new AuditRefusal("The last day of the period is before the first.");
    }
    if (goalPercent.signum() <= 0 || goalPercent.compareTo(ALL) > 0 || goalPercent.scale() > 1) {
      throw new AuditRefusal("The goal is above 0 and at most 100 percent, with one decimal.");
    }
  }

  /// How the auditor works.
  public enum Mode {
    BLIND("Second coding without sight of the first"),
    REVIEW("Open review, code by code");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}

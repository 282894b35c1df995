package org.cleanclaim.app.codingquery;

import java.time.LocalDate;
import org.cleanclaim.pricing.estimate.BusinessDays;

/// How long providers have for an answer about one kind of visit.
///
/// @param answerDays business days after the day it is sent
/// @param escalateDays business days after the due day until it goes to `escalateTo`
public record QueryDeadline(String setting, int answerDays, int escalateDays, String escalateTo) {
  /// What holds where the organization has set nothing.
  static QueryDeadline usual(String setting) {
    return new QueryDeadline(setting, 3, 2, "Physician advisor");
  }

  LocalDate dueOn(LocalDate sentOn) {
    return BusinessDays.after(sentOn, answerDays);
  }

  LocalDate escalateOn(LocalDate sentOn) {
    return BusinessDays.after(dueOn(sentOn), Math.max(1, escalateDays));
  }
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.BillingDay;
import org.cleanclaim.app.statement.Household;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what requests about patient billing name.
@Component
class BillingFields {
  private final Patients patients;
  private final Households households;
  private final BillingDay days;

  BillingFields(Patients patients, Households households, BillingDay days) {
    this.patients = patients;
    this.households = households;
    this.days = days;
  }

  PatientId patient(@Nullable UUID id) {
    if (id == null) throw new BadInput("Name the \"patient\".");
    return patients.find(id).orElseThrow().id();
  }

  Household household(UUID patient) {
    return households.of(patient(patient));
  }

  /// The named day, else today.
  LocalDate day(@Nullable LocalDate day) {
    return days.orToday(day);
  }

  static Money amount(String name, @Nullable String text) {
    return Money.parse(text == null ? "" : text)
        .orElseThrow(() -> new BadInput("\"" + name + "\" is no amount in dollars."));
  }

  static <E extends Enum<E>> E one(E[] values, String name, @Nullable String text) {
    String wanted = BodyFields.text(text).toUpperCase(Locale.ROOT);
    for (E value : values) {
      if (value.name().equals(wanted)) return value;
    }
    throw new BadInput("\"" + name + "\" is one of " + List.of(values) + ".");
  }
}

package org.cleanclaim.grouping.msdrg;

import java.util.List;
import org.cleanclaim.kernel.party.Sex;

/// An inpatient stay as the grouper looks at it.
///
/// @param ageYears age at admission
/// @param dischargeStatus patient discharge status (UB-04 form locator 17)
/// @param procedures ICD-10-PCS codes
public record Stay(
    int ageYears,
    Sex sex,
    int dischargeStatus,
    PoaReporting reporting,
    Condition principal,
    List<Condition> secondaries,
    List<String> procedures) {
  public Stay {
    secondaries = List.copyOf(secondaries);
    procedures = List.copyOf(procedures);
  }

  /// A diagnosis of the stay: an ICD-10-CM code without the dot.
  public record Condition(String code, PresentOnAdmission presentOnAdmission) {}

  /// Whether the hospital has to report what was present on admission (42 CFR 412 subpart B: paid
  /// under the inpatient prospective payment system, or exempt).
  public enum PoaReporting {
    REQUIRED,
    EXEMPT,
    UNKNOWN
  }

  /// The same stay with another principal diagnosis; the former one becomes a secondary.
  public Stay withPrincipal(int secondary) {
    var others = new java.util.ArrayList<>(secondaries);
    Condition chosen = others.set(secondary, principal);
    return new Stay(ageYears, sex, dischargeStatus, reporting, chosen, others, procedures);
  }
}

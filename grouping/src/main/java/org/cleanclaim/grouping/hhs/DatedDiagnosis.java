package org.cleanclaim.grouping.hhs;

/// A diagnosis of an eligible claim.
///
/// @param code without dot
/// @param ageYears of the enrollee when the service ended; some diagnoses are believed at some ages
///   only
public record DatedDiagnosis(String code, int ageYears) {}

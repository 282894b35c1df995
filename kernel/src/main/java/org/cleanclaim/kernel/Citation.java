package org.cleanclaim.kernel;

/// Where a rule comes from and since when it holds.
///
/// @param source publication and section, for example `"ICD-10-CM Official Guidelines FY2026,
///   I.A.12.a"`
/// @param period days of service on which the rule holds
public record Citation(String source, EffectivePeriod period) {}

package org.cleanclaim.coding;

/// Where care was given; decides whether uncertain diagnoses are coded (Official Guidelines II.H
/// and IV.H).
public enum EncounterSetting {
  OUTPATIENT,
  EMERGENCY,
  INPATIENT
}

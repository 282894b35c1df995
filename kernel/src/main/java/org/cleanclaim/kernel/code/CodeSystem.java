package org.cleanclaim.kernel.code;

/// The code systems that the product speaks.
public enum CodeSystem {
  ICD10CM("ICD-10-CM"),
  ICD10PCS("ICD-10-PCS"),
  HCPCS("HCPCS Level II"),
  CPT("CPT"),
  MODIFIER("Modifier"),
  PLACE_OF_SERVICE("Place of service"),
  CARC("Claim adjustment reason"),
  RARC("Remittance advice remark"),
  REVENUE("Revenue code"),
  TAXONOMY("Provider taxonomy");

  private final String title;

  CodeSystem(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// A code of this system as people write it: with the dot where the system has one.
  public String written(String code) {
    return this == ICD10CM ? Icd10Cm.written(code) : code;
  }
}

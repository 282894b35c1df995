package org.cleanclaim.codesets.publication;

import org.cleanclaim.kernel.code.CodeSystem;

/// The tables that make up the code systems. A publisher issues each by itself and at its own time,
/// so each has versions of its own: a new ICD-10-CM order file leaves the Alphabetic Index as it
/// is.
public enum PublicationKind {
  ICD10CM_CODES(CodeSystem.ICD10CM, "order file"),
  ICD10CM_TABULAR(CodeSystem.ICD10CM, "Tabular List"),
  ICD10CM_INDEX(CodeSystem.ICD10CM, "Alphabetic Index"),
  ICD10CM_EXTERNAL_CAUSES(CodeSystem.ICD10CM, "Index to External Causes"),
  ICD10CM_NEOPLASMS(CodeSystem.ICD10CM, "Table of Neoplasms"),
  ICD10CM_DRUGS(CodeSystem.ICD10CM, "Table of Drugs and Chemicals"),
  ICD10CM_POA_EXEMPT(CodeSystem.ICD10CM, "present-on-admission exempt list"),
  ICD10CM_CONVERSIONS(CodeSystem.ICD10CM, "conversion table"),
  ICD10CM_TO_ICD9(CodeSystem.ICD10CM, "equivalence mapping to ICD-9-CM"),
  ICD9_TO_ICD10CM(CodeSystem.ICD10CM, "equivalence mapping from ICD-9-CM"),
  ICD10PCS_CODES(CodeSystem.ICD10PCS, "order file"),
  ICD10PCS_TABLES(CodeSystem.ICD10PCS, "Tables"),
  ICD10PCS_INDEX(CodeSystem.ICD10PCS, "Index"),
  ICD10PCS_DEFINITIONS(CodeSystem.ICD10PCS, "Definitions"),
  HCPCS_CODES(CodeSystem.HCPCS, "codes"),
  CPT_CODES(CodeSystem.CPT, "licensed codes"),
  MODIFIERS(CodeSystem.MODIFIER, "modifiers"),
  PLACES_OF_SERVICE(CodeSystem.PLACE_OF_SERVICE, "places"),
  CARCS(CodeSystem.CARC, "reason codes"),
  RARCS(CodeSystem.RARC, "remark codes"),
  REVENUE_CODES(CodeSystem.REVENUE, "revenue codes"),
  TAXONOMY(CodeSystem.TAXONOMY, "taxonomy");

  private final CodeSystem system;
  private final String title;

  PublicationKind(CodeSystem system, String title) {
    this.system = system;
    this.title = title;
  }

  /// The code system that the table belongs to.
  public CodeSystem system() {
    return system;
  }

  /// What the publisher calls the table: `Alphabetic Index`.
  public String title() {
    return title;
  }
}

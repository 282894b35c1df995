package org.cleanclaim.codesets.publication;

import org.cleanclaim.kernel.code.CodeSystem;

/// The tables that make up the code systems. A publisher issues each by itself and at its own time,
/// so each has versions of its own: a new ICD-10-CM order file leaves the Alphabetic Index as it
/// is.
public enum PublicationKind {
  ICD10CM_CODES(CodeList.class, CodeSystem.ICD10CM, "order file"),
  ICD10CM_TABULAR(TabularList.class, CodeSystem.ICD10CM, "Tabular List"),
  ICD10CM_INDEX(AlphabeticIndex.class, CodeSystem.ICD10CM, "Alphabetic Index"),
  ICD10CM_EXTERNAL_CAUSES(AlphabeticIndex.class, CodeSystem.ICD10CM, "Index to External Causes"),
  ICD10CM_NEOPLASMS(TermTable.class, CodeSystem.ICD10CM, "Table of Neoplasms"),
  ICD10CM_DRUGS(TermTable.class, CodeSystem.ICD10CM, "Table of Drugs and Chemicals"),
  ICD10CM_POA_EXEMPT(ExemptCodes.class, CodeSystem.ICD10CM, "present-on-admission exempt list"),
  ICD10CM_SEX(CodeClasses.class, CodeSystem.ICD10CM, "codes for one sex"),
  ICD10CM_AGE(CodeClasses.class, CodeSystem.ICD10CM, "codes for some ages"),
  ICD10CM_CONVERSIONS(Crosswalk.class, CodeSystem.ICD10CM, "conversion table"),
  ICD10CM_TO_ICD9(Crosswalk.class, CodeSystem.ICD10CM, "equivalence mapping to ICD-9-CM"),
  ICD9_TO_ICD10CM(Crosswalk.class, CodeSystem.ICD10CM, "equivalence mapping from ICD-9-CM"),
  ICD10PCS_CODES(CodeList.class, CodeSystem.ICD10PCS, "order file"),
  ICD10PCS_TABLES(ProcedureTables.class, CodeSystem.ICD10PCS, "Tables"),
  ICD10PCS_INDEX(AlphabeticIndex.class, CodeSystem.ICD10PCS, "Index"),
  ICD10PCS_DEFINITIONS(Definitions.class, CodeSystem.ICD10PCS, "Definitions"),
  HCPCS_CODES(CodeList.class, CodeSystem.HCPCS, "codes"),
  CPT_CODES(CodeList.class, CodeSystem.CPT, "licensed codes"),
  MODIFIERS(CodeList.class, CodeSystem.MODIFIER, "modifiers"),
  PLACES_OF_SERVICE(CodeList.class, CodeSystem.PLACE_OF_SERVICE, "places"),
  CARCS(CodeList.class, CodeSystem.CARC, "reason codes"),
  RARCS(CodeList.class, CodeSystem.RARC, "remark codes"),
  REVENUE_CODES(CodeList.class, CodeSystem.REVENUE, "revenue codes"),
  TAXONOMY(CodeList.class, CodeSystem.TAXONOMY, "taxonomy");

  private final Class<? extends Content> shape;
  private final CodeSystem system;
  private final String title;

  PublicationKind(Class<? extends Content> shape, CodeSystem system, String title) {
    this.shape = shape;
    this.system = system;
    this.title = title;
  }

  /// What tables of the kind hold.
  public Class<? extends Content> shape() {
    return shape;
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

package org.cleanclaim.codesets.publication;

import java.util.Optional;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// The tables that make up the code systems, and those that rules are judged by. A publisher issues
/// each by itself and at its own time, so each has versions of its own: a new ICD-10-CM order file
/// leaves the Alphabetic Index as it is.
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
  TAXONOMY(CodeList.class, CodeSystem.TAXONOMY, "taxonomy"),
  PTP_PRACTITIONER(CodePairs.class, "NCCI", "pairs, practitioner"),
  PTP_HOSPITAL(CodePairs.class, "NCCI", "pairs, outpatient hospital"),
  MUE_PRACTITIONER(RuleTables.class, "NCCI", "unit limits, practitioner"),
  MUE_HOSPITAL(RuleTables.class, "NCCI", "unit limits, outpatient hospital"),
  MUE_SUPPLIER(RuleTables.class, "NCCI", "unit limits, equipment supplier"),
  ADD_ON_CODES(RuleTables.class, "NCCI", "add-on codes"),
  MCE(RuleTables.class, "MCE", "editor flags"),
  MSDRG_LOGIC(RuleTables.class, "MS-DRG", "grouper logic"),
  MPFS_RVU(RuleTables.class, "Physician fees", "relative values"),
  MPFS_GPCI(RuleTables.class, "Physician fees", "cost indices of localities"),
  MPFS_ANESTHESIA(RuleTables.class, "Physician fees", "anesthesia conversion factors"),
  MPFS_ZIP(RuleTables.class, "Physician fees", "localities of ZIP codes"),
  IPPS_DRGS(RuleTables.class, "Inpatient stays", "DRG weights"),
  IPPS_WAGES(RuleTables.class, "Inpatient stays", "wage indices"),
  IPPS_RATES(RuleTables.class, "Inpatient stays", "standard rates"),
  OPPS_RATES(RuleTables.class, "Outpatient hospitals", "rates of Addendum B"),
  ASC_RATES(RuleTables.class, "Surgical centers", "payment rates"),
  ASC_WAGES(RuleTables.class, "Surgical centers", "wage indices"),
  ASC_PAIRS(RuleTables.class, "Surgical centers", "code pairs with devices"),
  COVERAGE_ARTICLES(RuleTables.class, "Medicare coverage", "billing articles and their codes"),
  COVERAGE_INDEX(RuleTables.class, "Medicare coverage", "index of documents"),
  COVERAGE_KEPT(RuleTables.class, "Medicare coverage", "policies kept by the practice"),
  RISK_DIAGNOSES(RuleTables.class, "Medicare risk", "diagnosis mapping"),
  RISK_MODELS(RuleTables.class, "Medicare risk", "coefficients and hierarchies"),
  RISK_EDITS(RuleTables.class, "Medicare risk", "age and sex edits"),
  RISK_SERVICES(RuleTables.class, "Medicare risk", "services whose diagnoses count"),
  MARKET_RISK(RuleTables.class, "Individual and small group risk", "HHS-HCC model tables");

  private final Class<? extends Content> shape;
  private final @Nullable CodeSystem system;
  private final String subject;
  private final String title;

  PublicationKind(Class<? extends Content> shape, CodeSystem system, String title) {
    this.shape = shape;
    this.system = system;
    this.subject = system.title();
    this.title = title;
  }

  PublicationKind(Class<? extends Content> shape, String subject, String title) {
    this.shape = shape;
    this.system = null;
    this.subject = subject;
    this.title = title;
  }

  /// What tables of the kind hold.
  public Class<? extends Content> shape() {
    return shape;
  }

  /// The code system that the table belongs to; empty for facts that rules are judged by.
  public Optional<CodeSystem> system() {
    return Optional.ofNullable(system);
  }

  /// What the table is about: the title of its code system, or a name such as `MS-DRG`.
  public String subject() {
    return subject;
  }

  /// What the publisher calls the table: `Alphabetic Index`.
  public String title() {
    return title;
  }
}

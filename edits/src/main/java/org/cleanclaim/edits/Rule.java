package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Overriding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Rarc;
import org.jspecify.annotations.Nullable;

/// The catalog of rules: what each is for, how much it weighs, where it comes from and which denial
/// it prevents.
@SuppressWarnings("ImmutableEnumChecker") // the values of the kernel are immutable records
public enum Rule {
  TOTAL_IS_SUM(
      "BAL-TOTAL",
      Layer.STRUCTURE,
      Severity.ERROR,
      "The total charge is the sum of the lines",
      "16",
      "837P 005010X222A1, CLM02",
      "2012-01-01",
      "M54",
      Overriding.NEVER),
  HAS_LINES(
      "STR-NO-LINES",
      Layer.STRUCTURE,
      Severity.ERROR,
      "A claim has lines",
      "16",
      "837P 005010X222A1, loop 2400",
      "2012-01-01",
      "M20",
      Overriding.NEVER),
  UNITS_POSITIVE(
      "STR-UNITS",
      Layer.STRUCTURE,
      Severity.ERROR,
      "Units are more than zero",
      "16",
      "837P 005010X222A1, SV104",
      "2012-01-01",
      "M53",
      Overriding.NEVER),
  CHARGE_POSITIVE(
      "STR-ZERO-CHARGE",
      Layer.STRUCTURE,
      Severity.WARNING,
      "A line has a charge",
      "16",
      "837P 005010X222A1, SV102",
      "2012-01-01",
      "M79",
      Overriding.BILLER_WITH_REASON),
  DATES_IN_ORDER(
      "STR-DATES",
      Layer.STRUCTURE,
      Severity.ERROR,
      "Days of service are in order and not in the future",
      "110",
      "837P 005010X222A1, DTP 472",
      "2012-01-01",
      "M52",
      Overriding.NEVER),
  PATIENT_BIRTH(
      "DEMO-BIRTH-DATE",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The patient's birth date is known and before the service",
      "14",
      "837P 005010X222A1, DMG02",
      "2012-01-01",
      "N329",
      Overriding.NEVER),
  PATIENT_SEX(
      "DEMO-SEX",
      Layer.DEMOGRAPHICS,
      Severity.WARNING,
      "The patient's sex is known",
      "16",
      "837P 005010X222A1, DMG03",
      "2012-01-01",
      "MA39",
      Overriding.BILLER_WITH_REASON),
  PATIENT_ADDRESS(
      "DEMO-ADDRESS",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The patient's address is complete",
      "16",
      "837P 005010X222A1, N3 and N4",
      "2012-01-01",
      "MA37",
      Overriding.NEVER),
  MEMBER_ID(
      "DEMO-MEMBER-ID",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The member id is there and has the payer's form",
      "31",
      "Payer's companion guide, member id",
      "2012-01-01",
      "N382",
      Overriding.NEVER),
  BILLING_PROVIDER(
      "DEMO-BILLING-PROVIDER",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The billing provider has NPI, tax id and a nine-digit ZIP",
      "16",
      "837P 005010X222A1, loop 2010AA",
      "2012-01-01",
      "N257",
      Overriding.NEVER),
  RENDERING_PROVIDER(
      "DEMO-RENDERING-PROVIDER",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The rendering provider has an NPI",
      "206",
      "837P 005010X222A1, loop 2310B",
      "2008-05-23",
      "N290",
      Overriding.NEVER),
  HAS_DIAGNOSIS(
      "DX-MISSING",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "A claim has one to twelve diagnoses",
      "16",
      "837P 005010X222A1, HI",
      "2012-01-01",
      "M76",
      Overriding.NEVER),
  DIAGNOSIS_VALID(
      "DX-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis is valid on the day of service",
      "146",
      "45 CFR 162.1002; ICD-10-CM in force",
      "2015-10-01",
      "M76",
      Overriding.NEVER),
  DIAGNOSIS_COMPLETE(
      "DX-INCOMPLETE",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis has all its characters",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.B.2",
      "2015-10-01",
      "M76",
      Overriding.NEVER),
  DIAGNOSIS_ONCE(
      "DX-REPEATED",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis stands once",
      "16",
      "ICD-10-CM Official Guidelines FY2026, I.B.12",
      "2015-10-01",
      "M76",
      Overriding.NEVER),
  POINTERS(
      "DX-POINTER",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each line points to one to four diagnoses of the claim",
      "16",
      "837P 005010X222A1, SV107",
      "2012-01-01",
      "M76",
      Overriding.NEVER),
  PROCEDURE_VALID(
      "PX-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each HCPCS Level II code is valid on the day",
      "181",
      "HCPCS Level II in force",
      "2003-10-16",
      "M51",
      Overriding.NEVER),
  MODIFIER_VALID(
      "MOD-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each modifier is valid",
      "182",
      "HCPCS Level II modifiers in force",
      "2003-10-16",
      "N823",
      Overriding.NEVER),
  PLACE_VALID(
      "POS-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "The place of service is assigned",
      "5",
      "CMS place of service code set",
      "2003-10-16",
      "M77",
      Overriding.NEVER),
  EXCLUDES1(
      "DX-EXCLUDES1",
      Layer.CHART,
      Severity.WARNING,
      "No pair of diagnoses is kept apart by an Excludes1 note",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.A.12.a",
      "2015-10-01",
      "M76",
      Overriding.BILLER_WITH_REASON),
  EXTERNAL_CAUSE_FIRST(
      "DX-EXTERNAL-FIRST",
      Layer.CHART,
      Severity.ERROR,
      "An external cause is never listed first",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.C.20.a.6",
      "2015-10-01",
      "M76",
      Overriding.NEVER),
  SEX_CONFLICT(
      "DX-SEX",
      Layer.CHART,
      Severity.ERROR,
      "Diagnoses fit the patient's sex",
      "10",
      "ICD-10-CM chapters 14 and 15",
      "2015-10-01",
      null,
      Overriding.MANAGER_WITH_REASON),
  AGE_CONFLICT(
      "DX-AGE",
      Layer.CHART,
      Severity.ERROR,
      "Diagnoses fit the patient's age",
      "9",
      "ICD-10-CM Official Guidelines FY2026, I.C.16 and I.C.21",
      "2015-10-01",
      null,
      Overriding.MANAGER_WITH_REASON),
  PTP(
      "NCCI-PTP",
      Layer.NCCI,
      Severity.ERROR,
      "No code of a day is part of another without a modifier that says why",
      "97",
      "NCCI PTP practitioner v30.2",
      "1996-01-01",
      null,
      Overriding.MANAGER_WITH_REASON),
  MUE(
      "NCCI-MUE",
      Layer.NCCI,
      Severity.ERROR,
      "Units stay within what a day can hold",
      "151",
      "NCCI MUE practitioner 2024-07-01",
      "2007-01-01",
      "N362",
      Overriding.MANAGER_WITH_REASON),
  ADD_ON(
      "NCCI-AOC",
      Layer.NCCI,
      Severity.ERROR,
      "An add-on code stands beside a primary procedure that is paid",
      "107",
      "NCCI Policy Manual, chapter I, section R; NCCI add-on code edits",
      "2013-04-01",
      "N122",
      Overriding.MANAGER_WITH_REASON),
  SIDE_CONFLICT(
      "MOD-SIDE",
      Layer.MODIFIER,
      Severity.ERROR,
      "Side modifiers agree with each other and with the diagnosis",
      "4",
      "ICD-10-CM Official Guidelines FY2026, I.B.13",
      "2015-10-01",
      "N519",
      Overriding.MANAGER_WITH_REASON),
  VISIT_MODIFIER(
      "MOD-25",
      Layer.MODIFIER,
      Severity.ERROR,
      "Modifier 25 stands on visit codes only",
      "4",
      "NCCI policy manual, chapter I, section E",
      "1996-01-01",
      "N519",
      Overriding.MANAGER_WITH_REASON),
  MODIFIER_ONCE(
      "MOD-REPEATED",
      Layer.MODIFIER,
      Severity.ERROR,
      "A modifier stands once on a line",
      "4",
      "837P 005010X222A1, SV101",
      "2012-01-01",
      "N519",
      Overriding.NEVER),
  EXACT_DUPLICATE(
      "DUP-EXACT",
      Layer.DUPLICATE,
      Severity.ERROR,
      "A service is billed once",
      "18",
      "Medicare Claims Processing Manual, chapter 1, section 120",
      "2012-01-01",
      "N522",
      Overriding.MANAGER_WITH_REASON),
  LATE(
      "TF-LATE",
      Layer.TIMELY_FILING,
      Severity.ERROR,
      "The claim is within the payer's filing limit",
      "29",
      "Payer contract, filing limit; Medicare: 42 CFR 424.44(a)",
      "2010-01-01",
      null,
      Overriding.MANAGER_WITH_REASON),
  SOON_LATE(
      "TF-SOON",
      Layer.TIMELY_FILING,
      Severity.WARNING,
      "Fifteen days or less are left to file",
      "29",
      "Payer contract, filing limit; Medicare: 42 CFR 424.44(a)",
      "2010-01-01",
      null,
      Overriding.BILLER_WITH_REASON),
  AUTHORIZATION(
      "AUTH-MISSING",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "A service that needs an authorization has its number",
      "197",
      "Payer contract, authorization list",
      "2012-01-01",
      "M62",
      Overriding.MANAGER_WITH_REASON),
  INACTIVE(
      "ELIG-INACTIVE",
      Layer.ELIGIBILITY,
      Severity.ERROR,
      "The payer says that the member is covered",
      "27",
      "Payer's 271 answer",
      "2012-01-01",
      "N30",
      Overriding.MANAGER_WITH_REASON),
  WORK_INJURY(
      "ACC-WORK",
      Layer.ACCIDENT,
      Severity.ERROR,
      "A workers' compensation claim names the accident and the carrier's number",
      "16",
      "837P 005010X222A1, CLM11, DTP 439, REF Y4",
      "2012-01-01",
      "N305",
      Overriding.NEVER),
  WORK_TO_HEALTH_PLAN(
      "ACC-WRONG-PAYER",
      Layer.ACCIDENT,
      Severity.ERROR,
      "A work injury goes to the workers' compensation carrier",
      "19",
      "42 CFR 411.40",
      "1983-04-05",
      null,
      Overriding.MANAGER_WITH_REASON),
  AUTO_STATE(
      "ACC-AUTO-STATE",
      Layer.ACCIDENT,
      Severity.ERROR,
      "An auto accident names its state",
      "16",
      "837P 005010X222A1, CLM11-4",
      "2012-01-01",
      "N305",
      Overriding.NEVER),
  TAXONOMY_VALID(
      "DEMO-TAXONOMY",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "Each taxonomy of a provider is in the code set on the day",
      "16",
      "837P 005010X222A1, PRV03; NUCC provider taxonomy in force",
      "2012-01-01",
      "N255",
      Overriding.NEVER),
  TAX_ID_REAL(
      "DEMO-TAX-ID",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The tax id is no placeholder",
      "16",
      "837P 005010X222A1, loop 2010AA REF EI; 26 CFR 301.6109-1",
      "2012-01-01",
      "N257",
      Overriding.NEVER),
  MANIFESTATION_FIRST(
      "DX-MANIFESTATION-FIRST",
      Layer.CHART,
      Severity.ERROR,
      "A manifestation is never listed first",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.A.13",
      "2015-10-01",
      "M76",
      Overriding.NEVER),
  CODE_FIRST(
      "DX-CODE-FIRST",
      Layer.CHART,
      Severity.WARNING,
      "A cause that a note wants first stands before its consequence",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.A.13 and I.A.17",
      "2015-10-01",
      "M76",
      Overriding.BILLER_WITH_REASON),
  SEQUELA_ORDER(
      "DX-SEQUELA-FIRST",
      Layer.CHART,
      Severity.WARNING,
      "The condition left by an injury stands before the sequela code",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.B.10",
      "2015-10-01",
      "M76",
      Overriding.BILLER_WITH_REASON),
  COMPONENT_CONFLICT(
      "MOD-CONFLICT",
      Layer.MODIFIER,
      Severity.ERROR,
      "Modifiers that exclude each other do not stand together",
      "4",
      "Medicare Claims Processing Manual, chapter 12, sections 20.2, 20.4 and 40; chapter 23",
      "2012-01-01",
      "N519",
      Overriding.NEVER),
  MODIFIER_KIND(
      "MOD-KIND",
      Layer.MODIFIER,
      Severity.ERROR,
      "A modifier stands on the kind of service it is made for",
      "4",
      "Medicare Claims Processing Manual, chapter 12, sections 30.6, 40.2 and 50",
      "2012-01-01",
      "N519",
      Overriding.MANAGER_WITH_REASON),
  GLOBAL_EARLIER(
      "MOD-GLOBAL",
      Layer.MODIFIER,
      Severity.WARNING,
      "A modifier of the global period follows an earlier procedure",
      "4",
      "Medicare Claims Processing Manual, chapter 12, sections 40.1 and 40.2",
      "2012-01-01",
      "N519",
      Overriding.BILLER_WITH_REASON),
  GLOBAL_VISIT(
      "GLOBAL-VISIT",
      Layer.MODIFIER,
      Severity.ERROR,
      "A visit within the global period of a procedure says why it is paid by itself",
      "97",
      "Medicare Claims Processing Manual, chapter 12, sections 40.1 and 40.2; global days of the"
          + " physician fee schedule",
      "1992-01-01",
      "M144",
      Overriding.MANAGER_WITH_REASON),
  NOT_COVERED(
      "COV-DIAGNOSIS",
      Layer.COVERAGE,
      Severity.ERROR,
      "A service under a coverage policy has a covered diagnosis",
      "50",
      "Social Security Act 1862(a)(1)(A); policy named in the finding",
      "2003-12-07",
      "N115",
      Overriding.MANAGER_WITH_REASON),
  TOO_FREQUENT(
      "COV-FREQUENCY",
      Layer.COVERAGE,
      Severity.ERROR,
      "A service stays within the frequency of its coverage policy",
      "119",
      "Social Security Act 1862(a)(1)(A); policy named in the finding",
      "2003-12-07",
      "N362",
      Overriding.MANAGER_WITH_REASON),
  NOTICE_CONFLICT(
      "COV-ABN-CONFLICT",
      Layer.COVERAGE,
      Severity.ERROR,
      "Notice modifiers agree with each other",
      "4",
      "Medicare Claims Processing Manual, chapter 30, section 50; chapter 1, section 60",
      "2010-04-05",
      "N519",
      Overriding.NEVER),
  NOTICE_NEEDLESS(
      "COV-ABN-NEEDLESS",
      Layer.COVERAGE,
      Severity.WARNING,
      "A covered service carries no notice of expected denial",
      "50",
      "Medicare Claims Processing Manual, chapter 30, section 50",
      "2010-04-05",
      null,
      Overriding.BILLER_WITH_REASON),
  NOTICE_MISSING(
      "COV-ABN-MISSING",
      Layer.COVERAGE,
      Severity.WARNING,
      "A patient has signed a notice before a service that Medicare will not cover",
      "50",
      "Medicare Claims Processing Manual, chapter 30, section 50; 42 CFR 411.404",
      "2010-04-05",
      "N115",
      Overriding.BILLER_WITH_REASON),
  NOTICE_MEDICARE(
      "COV-ABN-PAYER",
      Layer.COVERAGE,
      Severity.WARNING,
      "Notice modifiers go to Medicare",
      "4",
      "Medicare Claims Processing Manual, chapter 1, section 60",
      "2010-04-05",
      "N519",
      Overriding.BILLER_WITH_REASON),
  POSSIBLE_DUPLICATE(
      "DUP-POSSIBLE",
      Layer.DUPLICATE,
      Severity.WARNING,
      "The same service of a day with other modifiers is billed on purpose",
      "18",
      "Medicare Claims Processing Manual, chapter 1, section 120",
      "2012-01-01",
      "N522",
      Overriding.BILLER_WITH_REASON),
  AUTHORIZATION_UNKNOWN(
      "AUTH-NUMBER",
      Layer.AUTHORIZATION,
      Severity.WARNING,
      "The authorization number is one that the payer gave",
      "16",
      "Payer contract, authorization; 278 005010X217, HCR02",
      "2012-01-01",
      "M62",
      Overriding.BILLER_WITH_REASON),
  AUTHORIZATION_CHOICE(
      "AUTH-SEVERAL",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "A service for which several authorizations are on file names one of them",
      "197",
      "Payer contract, authorization list",
      "2012-01-01",
      "M62",
      Overriding.MANAGER_WITH_REASON),
  AUTHORIZATION_DATES(
      "AUTH-DATES",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "The service lies in the days of its authorization",
      "284",
      "Payer contract, authorization; 278 005010X217, DTP 472",
      "2012-01-01",
      "N54",
      Overriding.MANAGER_WITH_REASON),
  AUTHORIZATION_CODES(
      "AUTH-CODE",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "The authorization covers the code",
      "284",
      "Payer contract, authorization; 278 005010X217, SV1",
      "2012-01-01",
      "N54",
      Overriding.MANAGER_WITH_REASON),
  AUTHORIZATION_UNITS(
      "AUTH-UNITS",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "Units stay within what the authorization has left",
      "198",
      "Payer contract, authorization; 278 005010X217, HSD",
      "2012-01-01",
      "N54",
      Overriding.MANAGER_WITH_REASON),
  NOT_COVERED_THAT_DAY(
      "ELIG-DATES",
      Layer.ELIGIBILITY,
      Severity.ERROR,
      "The member is covered on each day of service",
      "27",
      "Payer's 271 answer, DTP 291, 346 and 347",
      "2012-01-01",
      null,
      Overriding.MANAGER_WITH_REASON),
  WORK_EMPLOYER(
      "ACC-EMPLOYER",
      Layer.ACCIDENT,
      Severity.ERROR,
      "A workers' compensation claim names the employer as the insured",
      "16",
      "837P 005010X222A1, loop 2010BA",
      "2012-01-01",
      "MA92",
      Overriding.NEVER),
  ACCIDENT_DATE(
      "ACC-DATE",
      Layer.ACCIDENT,
      Severity.ERROR,
      "An accident names its day, which is not after the service",
      "16",
      "837P 005010X222A1, DTP 439",
      "2012-01-01",
      "N305",
      Overriding.NEVER),
  AUTO_PAYER(
      "ACC-AUTO-PAYER",
      Layer.ACCIDENT,
      Severity.WARNING,
      "An auto accident billed to a health plan has been offered to the auto carrier",
      "20",
      "42 CFR 411.50",
      "2012-01-01",
      null,
      Overriding.BILLER_WITH_REASON),
  FAMILY_FAILED(
      "SCRUB-UNCHECKED",
      Layer.STRUCTURE,
      Severity.ERROR,
      "Every family of rules could check the claim",
      null,
      "Cleanclaim reference, rules",
      "2012-01-01",
      null,
      Overriding.MANAGER_WITH_REASON),

  // Institutional claims
  BILL_TYPE(
      "INST-BILL-TYPE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "An institutional claim has a type of bill, and a correction names the payer's number",
      "16",
      "837I 005010X223A2, CLM05 and REF F8"),
  STATEMENT_PERIOD(
      "INST-STATEMENT",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The statement period is there, in order and holds all days of service",
      "16",
      "837I 005010X223A2, DTP 434"),
  REVENUE_CODE(
      "INST-REVENUE-CODE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Each line has a revenue code of four digits",
      "16",
      "837I 005010X223A2, SV201"),
  REVENUE_NEEDS_PROCEDURE(
      "INST-HCPCS",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Outpatient services that are paid by procedure name it",
      "16",
      "Medicare Claims Processing Manual, chapter 4, section 20.1"),
  BILL_CODE(
      "INST-CODE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Condition, occurrence and value codes have two characters and what belongs to them",
      "16",
      "837I 005010X223A2, HI BG, BH, BI and BE"),
  OCCURRENCE_SPAN(
      "INST-SPAN",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "An occurrence span ends on or after the day on which it begins",
      "16",
      "837I 005010X223A2, HI BI"),
  PRESENT_ON_ADMISSION(
      "INST-POA",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Inpatient diagnoses say whether they were present on admission",
      "16",
      "Medicare Claims Processing Manual, chapter 3, section 10; Deficit Reduction Act of 2005,"
          + " section 5001(c)"),
  ADMISSION(
      "INST-ADMISSION",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "An inpatient claim has day, type, origin and diagnosis of the admission",
      "16",
      "837I 005010X223A2, DTP 435, CL1 and HI ABJ"),
  PATIENT_STATUS(
      "INST-STATUS",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The patient status fits the frequency of the bill",
      "16",
      "837I 005010X223A2, CL103 and CLM05-3"),
  MCE_INVALID_CODE(
      "MCE-INVALID-CODE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Each code is valid on the day of discharge",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_INVALID_ADMIT_DX(
      "MCE-ADMITTING",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "The admitting diagnosis is valid on the day of discharge",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_INVALID_AGE(
      "MCE-AGE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The age is between 0 and 124",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_INVALID_SEX(
      "MCE-SEX",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The sex is one that the editor knows",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_INVALID_DISCHARGE_STATUS(
      "MCE-STATUS",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The discharge status is valid on the day of discharge",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_DUPLICATE_OF_PDX(
      "MCE-DUPLICATE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "No secondary diagnosis repeats the principal one",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_AGE_CONFLICT(
      "MCE-AGE-CONFLICT",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Each diagnosis fits the age",
      "9",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_SEX_CONFLICT(
      "MCE-SEX-CONFLICT",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "Each code fits the sex",
      "10",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_E_CODE_AS_PDX(
      "MCE-EXTERNAL-CAUSE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "An external cause is not the principal diagnosis",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_MANIFESTATION_AS_PDX(
      "MCE-MANIFESTATION",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "A manifestation is not the principal diagnosis",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_QUESTIONABLE_ADMISSION(
      "MCE-ADMISSION",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "The principal diagnosis needs a hospital",
      "50",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_UNACCEPTABLE_PDX(
      "MCE-PRINCIPAL",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The principal diagnosis says why the patient came",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_REQUIRES_SDX(
      "MCE-NEEDS-SECONDARY",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "A principal diagnosis that needs another one has it",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_UNSPECIFIED(
      "MCE-UNSPECIFIED",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "A diagnosis says what its code could say",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_WRONG_PROCEDURE_PERFORMED(
      "MCE-WRONG-PROCEDURE",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "A wrong operation is not billed",
      "233",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_NON_COVERED(
      "MCE-NON-COVERED",
      Layer.INSTITUTIONAL,
      Severity.ERROR,
      "The procedure is covered",
      "96",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_LIMITED_COVERAGE(
      "MCE-LIMITED",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "Conditions of a procedure of limited coverage are met",
      "50",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_INCONSISTENT_WITH_LENGTH_OF_STAY(
      "MCE-LENGTH",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "The procedure fits the length of stay",
      "16",
      "Definitions of Medicare Code Edits, chapter 1"),
  MCE_QUESTIONABLE_OBSTETRIC_ADMISSION(
      "MCE-OBSTETRIC",
      Layer.INSTITUTIONAL,
      Severity.WARNING,
      "A delivery has its outcome as a secondary diagnosis",
      "16",
      "Definitions of Medicare Code Edits, chapter 1");

  private static final Map<String, Rule> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(rule -> rule.id.value(), rule -> rule));

  private final RuleId id;
  private final Layer layer;
  private final Severity severity;
  private final String intent;
  private final @Nullable Carc expectedDenial;
  private final @Nullable Rarc expectedRemark;
  private final Citation source;
  private final Overriding overriding;

  /// A rule that holds since version 5010 of the claim, overridden as is usual for its severity.
  Rule(
      String id,
      Layer layer,
      Severity severity,
      String intent,
      String expectedDenial,
      String source) {
    this(
        id,
        layer,
        severity,
        intent,
        expectedDenial,
        source,
        "2012-01-01",
        null,
        Overriding.usual(severity));
  }

  /// @param since first day of service on which the rule holds
  Rule(
      String id,
      Layer layer,
      Severity severity,
      String intent,
      @Nullable String expectedDenial,
      String source,
      String since,
      @Nullable String expectedRemark,
      Overriding overriding) {
    this.id = new RuleId(id);
    this.layer = layer;
    this.severity = severity;
    this.intent = intent;
    this.expectedDenial = expectedDenial == null ? null : new Carc(expectedDenial);
    this.expectedRemark = expectedRemark == null ? null : new Rarc(expectedRemark);
    this.source = new Citation(source, EffectivePeriod.from(LocalDate.parse(since)));
    this.overriding = overriding;
  }

  /// The rule of an id.
  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// The stable id, for example `DEMO-MEMBER-ID`.
  public RuleId id() {
    return id;
  }

  /// The family of checks it runs with.
  public Layer layer() {
    return layer;
  }

  /// How much it weighs.
  public Severity severity() {
    return severity;
  }

  /// What the rule asks for, in one sentence.
  public String intent() {
    return intent;
  }

  /// Where it stands and since which day of service it holds.
  public Citation source() {
    return source;
  }

  /// The reason code (CARC) a payer would deny with.
  public @Nullable Carc expectedDenial() {
    return expectedDenial;
  }

  /// The remark code (RARC) that would come with it.
  public @Nullable Rarc expectedRemark() {
    return expectedRemark;
  }

  /// Who may go on in spite of it.
  public Overriding overriding() {
    return overriding;
  }

  /// Whether the rule holds for services of a day.
  public boolean holdsOn(LocalDate day) {
    return source.period().contains(day);
  }

  /// A finding of this rule at a place.
  public Finding at(Place place, String message, String remedy) {
    return at(place, message, remedy, source);
  }

  /// A finding of a rule whose table has dates of its own.
  Finding at(Place place, String message, String remedy, Citation table) {
    return new Finding(
        id,
        layer,
        severity,
        place,
        message,
        remedy,
        expectedDenial,
        table,
        expectedRemark,
        overriding);
  }

  /// A finding of this rule on a line, at one of its fields.
  public Finding onLine(int line, @Nullable String field, String message, String remedy) {
    return at(new Place(line, field, null, null, null), message, remedy);
  }
}

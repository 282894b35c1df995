package org.cleanclaim.edits;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;

/// The catalog of rules: what each is for, how much it weighs, where it comes from and which denial
/// it prevents.
public enum Rule {
  TOTAL_IS_SUM(
      "BAL-TOTAL",
      Layer.STRUCTURE,
      Severity.ERROR,
      "The total charge is the sum of the lines",
      "16",
      "837P 005010X222A1, CLM02"),
  HAS_LINES(
      "STR-NO-LINES",
      Layer.STRUCTURE,
      Severity.ERROR,
      "A claim has lines",
      "16",
      "837P 005010X222A1, loop 2400"),
  UNITS_POSITIVE(
      "STR-UNITS",
      Layer.STRUCTURE,
      Severity.ERROR,
      "Units are more than zero",
      "16",
      "837P 005010X222A1, SV104"),
  CHARGE_POSITIVE(
      "STR-ZERO-CHARGE",
      Layer.STRUCTURE,
      Severity.WARNING,
      "A line has a charge",
      "16",
      "837P 005010X222A1, SV102"),
  DATES_IN_ORDER(
      "STR-DATES",
      Layer.STRUCTURE,
      Severity.ERROR,
      "Days of service are in order and not in the future",
      "110",
      "837P 005010X222A1, DTP 472"),
  PATIENT_BIRTH(
      "DEMO-BIRTH-DATE",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The patient's birth date is known and before the service",
      "14",
      "837P 005010X222A1, DMG02"),
  PATIENT_SEX(
      "DEMO-SEX",
      Layer.DEMOGRAPHICS,
      Severity.WARNING,
      "The patient's sex is known",
      "16",
      "837P 005010X222A1, DMG03"),
  PATIENT_ADDRESS(
      "DEMO-ADDRESS",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The patient's address is complete",
      "16",
      "837P 005010X222A1, N3 and N4"),
  MEMBER_ID(
      "DEMO-MEMBER-ID",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The member id is there and has the payer's form",
      "31",
      "Payer's companion guide, member id"),
  BILLING_PROVIDER(
      "DEMO-BILLING-PROVIDER",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The billing provider has NPI, tax id and a nine-digit ZIP",
      "16",
      "837P 005010X222A1, loop 2010AA"),
  RENDERING_PROVIDER(
      "DEMO-RENDERING-PROVIDER",
      Layer.DEMOGRAPHICS,
      Severity.ERROR,
      "The rendering provider has an NPI",
      "206",
      "837P 005010X222A1, loop 2310B"),
  HAS_DIAGNOSIS(
      "DX-MISSING",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "A claim has one to twelve diagnoses",
      "16",
      "837P 005010X222A1, HI"),
  DIAGNOSIS_VALID(
      "DX-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis is valid on the day of service",
      "146",
      "45 CFR 162.1002; ICD-10-CM in force"),
  DIAGNOSIS_COMPLETE(
      "DX-INCOMPLETE",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis has all its characters",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.B.2"),
  DIAGNOSIS_ONCE(
      "DX-REPEATED",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each diagnosis stands once",
      "16",
      "ICD-10-CM Official Guidelines FY2026, I.B.12"),
  POINTERS(
      "DX-POINTER",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each line points to one to four diagnoses of the claim",
      "16",
      "837P 005010X222A1, SV107"),
  PROCEDURE_VALID(
      "PX-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each HCPCS Level II code is valid on the day",
      "181",
      "HCPCS Level II in force"),
  MODIFIER_VALID(
      "MOD-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "Each modifier is valid",
      "182",
      "HCPCS Level II modifiers in force"),
  PLACE_VALID(
      "POS-INVALID",
      Layer.CODE_VALIDITY,
      Severity.ERROR,
      "The place of service is assigned",
      "5",
      "CMS place of service code set"),
  EXCLUDES1(
      "DX-EXCLUDES1",
      Layer.CHART,
      Severity.WARNING,
      "No pair of diagnoses is kept apart by an Excludes1 note",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.A.12.a"),
  EXTERNAL_CAUSE_FIRST(
      "DX-EXTERNAL-FIRST",
      Layer.CHART,
      Severity.ERROR,
      "An external cause is never listed first",
      "146",
      "ICD-10-CM Official Guidelines FY2026, I.C.20.a.6"),
  SEX_CONFLICT(
      "DX-SEX",
      Layer.CHART,
      Severity.ERROR,
      "Diagnoses fit the patient's sex",
      "10",
      "ICD-10-CM chapters 14 and 15"),
  AGE_CONFLICT(
      "DX-AGE",
      Layer.CHART,
      Severity.ERROR,
      "Diagnoses fit the patient's age",
      "9",
      "ICD-10-CM Official Guidelines FY2026, I.C.16 and I.C.21"),
  PTP(
      "NCCI-PTP",
      Layer.NCCI,
      Severity.ERROR,
      "No code of a day is part of another without a modifier that says why",
      "97",
      "NCCI PTP practitioner v30.2"),
  MUE(
      "NCCI-MUE",
      Layer.NCCI,
      Severity.ERROR,
      "Units stay within what a day can hold",
      "151",
      "NCCI MUE practitioner 2024-07-01"),
  SIDE_CONFLICT(
      "MOD-SIDE",
      Layer.MODIFIER,
      Severity.ERROR,
      "Side modifiers agree with each other and with the diagnosis",
      "4",
      "ICD-10-CM Official Guidelines FY2026, I.B.13"),
  VISIT_MODIFIER(
      "MOD-25",
      Layer.MODIFIER,
      Severity.ERROR,
      "Modifier 25 stands on visit codes only",
      "4",
      "NCCI policy manual, chapter I, section E"),
  MODIFIER_ONCE(
      "MOD-REPEATED",
      Layer.MODIFIER,
      Severity.ERROR,
      "A modifier stands once on a line",
      "4",
      "837P 005010X222A1, SV101"),
  EXACT_DUPLICATE(
      "DUP-EXACT",
      Layer.DUPLICATE,
      Severity.ERROR,
      "A service is billed once",
      "18",
      "Medicare Claims Processing Manual, chapter 1, section 120"),
  LATE(
      "TF-LATE",
      Layer.TIMELY_FILING,
      Severity.ERROR,
      "The claim is within the payer's filing limit",
      "29",
      "Payer contract, filing limit"),
  SOON_LATE(
      "TF-SOON",
      Layer.TIMELY_FILING,
      Severity.WARNING,
      "Fifteen days or less are left to file",
      "29",
      "Payer contract, filing limit"),
  AUTHORIZATION(
      "AUTH-MISSING",
      Layer.AUTHORIZATION,
      Severity.ERROR,
      "A service that needs an authorization has its number",
      "197",
      "Payer contract, authorization list"),
  INACTIVE(
      "ELIG-INACTIVE",
      Layer.ELIGIBILITY,
      Severity.ERROR,
      "The payer says that the member is covered",
      "27",
      "Payer's 271 answer"),
  WORK_INJURY(
      "ACC-WORK",
      Layer.ACCIDENT,
      Severity.ERROR,
      "A workers' compensation claim names the accident and the carrier's number",
      "16",
      "837P 005010X222A1, CLM11, DTP 439, REF Y4"),
  WORK_TO_HEALTH_PLAN(
      "ACC-WRONG-PAYER",
      Layer.ACCIDENT,
      Severity.ERROR,
      "A work injury goes to the workers' compensation carrier",
      "19",
      "42 CFR 411.40"),
  AUTO_STATE(
      "ACC-AUTO-STATE",
      Layer.ACCIDENT,
      Severity.ERROR,
      "An auto accident names its state",
      "16",
      "837P 005010X222A1, CLM11-4");

  private static final EffectivePeriod SINCE_5010 = EffectivePeriod.from(LocalDate.of(2012, 1, 1));

  private final String id;
  private final Layer layer;
  private final Severity severity;
  private final String intent;
  private final String expectedDenial;
  private final String source;

  Rule(
      String id,
      Layer layer,
      Severity severity,
      String intent,
      String expectedDenial,
      String source) {
    this.id = id;
    this.layer = layer;
    this.severity = severity;
    this.intent = intent;
    this.expectedDenial = expectedDenial;
    this.source = source;
  }

  public RuleId id() {
    return new RuleId(id);
  }

  public Layer layer() {
    return layer;
  }

  public Severity severity() {
    return severity;
  }

  /// What the rule asks for, in one sentence.
  public String intent() {
    return intent;
  }

  /// The reason code a payer would deny with.
  public Carc expectedDenial() {
    return new Carc(expectedDenial);
  }

  public Citation source() {
    return new Citation(source, SINCE_5010);
  }

  Finding at(Place place, String message, String remedy) {
    return new Finding(
        id(), layer, severity, place, message, remedy, new Carc(expectedDenial), source());
  }

  Finding onLine(int line, @Nullable String field, String message, String remedy) {
    return at(new Place(line, field, null, null, null), message, remedy);
  }
}

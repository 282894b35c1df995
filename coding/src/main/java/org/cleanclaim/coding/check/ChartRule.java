package org.cleanclaim.coding.check;

import static org.cleanclaim.kernel.Severity.ERROR;
import static org.cleanclaim.kernel.Severity.INFORMATION;
import static org.cleanclaim.kernel.Severity.WARNING;

import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Severity;

/// The catalog of chart checks: what each asks, how much it weighs and which section of the
/// ICD-10-CM Official Guidelines it rests on.
public enum ChartRule {
  NO_EDITION("CHART-NO-EDITION", ERROR, "A code set is installed for the day", "45 CFR 162.1002"),
  NO_DIAGNOSIS("CHART-NO-DIAGNOSIS", ERROR, "A chart has a diagnosis", "II and IV.A"),
  UNKNOWN("CHART-CODE-UNKNOWN", ERROR, "Each code is valid on the day", "I.B.2"),
  INCOMPLETE("CHART-CODE-INCOMPLETE", ERROR, "Each code has all its characters", "I.B.2"),
  DUPLICATE("CHART-DUPLICATE", ERROR, "Each code is reported once", "I.B.12"),
  SEVENTH_MISSING("CHART-7TH-MISSING", ERROR, "A code that takes a 7th character has one", "I.A.5"),
  SEVENTH_PLACEHOLDER(
      "CHART-7TH-PLACEHOLDER", ERROR, "The 7th character stands behind placeholders X", "I.A.4"),
  SEVENTH_NOT_ALLOWED(
      "CHART-7TH-NOT-ALLOWED", ERROR, "The 7th character is one that the code takes", "I.A.5"),
  EPISODE("CHART-EPISODE", WARNING, "Codes of one injury are of one encounter", "I.C.19.a"),
  EPISODE_NOTE(
      "CHART-EPISODE-NOTE",
      WARNING,
      "The 7th character fits the words that support the code",
      "I.C.19.a"),
  SEQUELA_FIRST(
      "CHART-SEQUELA-FIRST", WARNING, "The residual condition precedes its cause", "I.B.10"),
  EXCLUDES1("CHART-EXCLUDES1", WARNING, "No Excludes1 note stands between two codes", "I.A.12.a"),
  CODE_FIRST("CHART-CODE-FIRST", WARNING, "What a note wants first is coded", "I.A.13"),
  CODE_FIRST_ORDER(
      "CHART-CODE-FIRST-ORDER", WARNING, "What a note wants first stands before", "I.A.13"),
  USE_ADDITIONAL(
      "CHART-USE-ADDITIONAL", INFORMATION, "What a note wants in addition is coded", "I.A.13"),
  CODE_ALSO("CHART-CODE-ALSO", INFORMATION, "What a note wants too is coded", "I.A.17"),
  MANIFESTATION_FIRST(
      "CHART-MANIFESTATION-FIRST", ERROR, "A manifestation is never listed first", "I.A.13"),
  EXTERNAL_FIRST(
      "CHART-EXTERNAL-FIRST", ERROR, "An external cause is never listed first", "I.C.20.a.6"),
  EXTERNAL_MISSING(
      "CHART-EXTERNAL-MISSING", INFORMATION, "An injury has its external cause", "I.C.20"),
  PLACE_LATER(
      "CHART-PLACE-LATER",
      WARNING,
      "Place, activity and status are given at the initial encounter only",
      "I.C.20.b and c"),
  PLACE_TWICE(
      "CHART-PLACE-TWICE", WARNING, "Place, activity and status are given once", "I.C.20.b and c"),
  SIDE_BESIDE_UNSPECIFIED(
      "CHART-SIDE-UNSPECIFIED", WARNING, "A known side is not also unspecified", "I.B.13"),
  SIDE_BILATERAL(
      "CHART-SIDE-BILATERAL", WARNING, "Both sides have one code where there is one", "I.B.13"),
  SIDE_EVIDENCE(
      "CHART-SIDE-EVIDENCE", WARNING, "The side fits the words that support the code", "I.B.13"),
  SIDE_NOTE("NOTE-SIDES", WARNING, "The note says with one voice which side it is", "I.B.13"),
  SEX("CHART-SEX", WARNING, "The code is for the patient's sex", "I.A.19"),
  AGE("CHART-AGE", WARNING, "The code is for the patient's age", "I.A.19"),
  UNSPECIFIED(
      "CHART-UNSPECIFIED", INFORMATION, "The note has no more specific code to offer", "I.B.18"),
  ACUTE_AFTER_CHRONIC(
      "CHART-ACUTE-FIRST", WARNING, "The acute form precedes the chronic one", "I.B.8"),
  ACUTE_CHRONIC_COMBINED(
      "CHART-ACUTE-CHRONIC-COMBINED",
      WARNING,
      "Acute and chronic have one code where there is one",
      "I.B.9"),
  ADMISSION_MISSING(
      "CHART-POA-MISSING",
      WARNING,
      "An inpatient's diagnosis says whether it was present on admission",
      "Appendix I"),
  ADMISSION_INVALID("CHART-POA-INVALID", ERROR, "The indicator is Y, N, U or W", "Appendix I"),
  ADMISSION_EXEMPT(
      "CHART-POA-EXEMPT", WARNING, "An exempt diagnosis has no indicator", "Appendix I"),
  ADMISSION_OUTPATIENT(
      "CHART-POA-OUTPATIENT", WARNING, "Only inpatient charts have indicators", "Appendix I"),
  ADMISSION_PRINCIPAL(
      "CHART-POA-PRINCIPAL",
      WARNING,
      "The principal diagnosis was present on admission",
      "II and Appendix I"),
  NO_EVIDENCE(
      "CHART-NO-EVIDENCE", ERROR, "Each code has words of a document or a reason", "III and IV.J"),
  EVIDENCE_MOVED(
      "CHART-EVIDENCE-MOVED", WARNING, "The evidence stands in the document", "III and IV.J"),
  EVIDENCE_DENIED(
      "CHART-EVIDENCE-DENIED",
      WARNING,
      "The evidence says that the patient has the condition",
      "II.H and IV.H"),
  SYMPTOM_INTEGRAL(
      "CHART-SYMPTOM-INTEGRAL", WARNING, "No symptom of a coded diagnosis is coded", "I.B.5"),
  Z_FIRST_ONLY(
      "CHART-Z-FIRST-ONLY", WARNING, "Z codes for the first place stand there", "I.C.21.c.15"),
  Z_NEVER_FIRST(
      "CHART-Z-NEVER-FIRST", WARNING, "Codes for further places do not stand first", "I.B.14"),
  UNACCEPTABLE_PRINCIPAL("CHART-PRINCIPAL", WARNING, "The principal diagnosis is acceptable", "II"),
  OBSTETRIC_FIRST(
      "CHART-O-FIRST",
      WARNING,
      "Codes of pregnancy stand before those of other chapters",
      "I.C.15.a.1"),
  WEEKS_MISSING("CHART-WEEKS-MISSING", WARNING, "Codes of pregnancy have the weeks", "I.C.21.c.11"),
  WEEKS_ALONE("CHART-WEEKS-ALONE", WARNING, "Weeks go with a code of pregnancy", "I.C.21.c.11"),
  TRIMESTER("CHART-TRIMESTER", WARNING, "The trimester fits the weeks", "I.C.15.a.3"),
  ROUTINE_WITH_OBSTETRIC(
      "CHART-ROUTINE-PREGNANCY",
      WARNING,
      "Supervision of a normal pregnancy stands without codes of pregnancy",
      "I.C.15.b.1"),
  OUTCOME_MISSING("CHART-OUTCOME-MISSING", WARNING, "A delivery has its outcome", "I.C.15.b.5"),
  SEVERE_SEPSIS_FIRST(
      "CHART-SEVERE-SEPSIS-FIRST", ERROR, "Severe sepsis is never listed first", "I.C.1.d.3"),
  SEVERE_SEPSIS_ORDER(
      "CHART-SEVERE-SEPSIS-ORDER",
      WARNING,
      "The systemic infection precedes severe sepsis",
      "I.C.1.d.1.b"),
  SEVERE_SEPSIS_ORGAN(
      "CHART-SEVERE-SEPSIS-ORGAN",
      INFORMATION,
      "Severe sepsis has the organ that fails",
      "I.C.1.d.1.b"),
  SEPSIS_LOCAL_ORDER(
      "CHART-SEPSIS-ORDER",
      WARNING,
      "Sepsis on admission precedes the localized infection",
      "I.C.1.d.4"),
  COMBINATION(
      "CHART-COMBINATION", WARNING, "A combination code stands for two conditions", "I.B.9"),
  INDEX_WITH(
      "CHART-WITH",
      INFORMATION,
      "Conditions that the Index links with \"with\" or \"in\" have the code for both",
      "I.A.15"),
  UNSPECIFIED_BESIDE(
      "CHART-UNSPECIFIED-BESIDE",
      WARNING,
      "No unspecified code stands beside one with the detail",
      "I.A.9.b"),
  WITHOUT_BESIDE(
      "CHART-WITHOUT-BESIDE",
      WARNING,
      "No condition is coded without complications beside one that it has",
      "I.B.9 and I.C.4.a"),
  NORMAL_DELIVERY(
      "CHART-NORMAL-DELIVERY",
      WARNING,
      "A normal delivery has no code of a complication beside it",
      "I.C.15.n.1"),
  UNDERDOSING_FIRST(
      "CHART-UNDERDOSING-FIRST", ERROR, "Underdosing is never listed first", "I.C.19.e.5.c"),
  ADVERSE_EFFECT_FIRST(
      "CHART-ADVERSE-FIRST",
      WARNING,
      "The nature of an adverse effect precedes the drug",
      "I.C.19.e.5.a"),
  POISONING_ORDER(
      "CHART-POISONING-ORDER", WARNING, "A poisoning precedes what it causes", "I.C.19.e.5.b"),
  BURN_ORDER("CHART-BURN-ORDER", WARNING, "The deepest burn stands first", "I.C.19.d.1");

  private final String id;
  private final Severity severity;
  private final String title;
  private final String section;

  ChartRule(String id, Severity severity, String title, String section) {
    this.id = id;
    this.severity = severity;
    this.title = title;
    this.section = section;
  }

  /// Names the check everywhere: `CHART-EXCLUDES1`. `NOTE-SIDES` is one of a coded note too.
  public String id() {
    return id;
  }

  /// What a finding of the check usually weighs.
  public Severity severity() {
    return severity;
  }

  /// What holds for a chart without finding.
  public String title() {
    return title;
  }

  /// The section of the Official Guidelines.
  public String section() {
    return section;
  }

  Layer layer() {
    return switch (this) {
      case NO_EDITION,
          UNKNOWN,
          INCOMPLETE,
          SEVENTH_MISSING,
          SEVENTH_PLACEHOLDER,
          SEVENTH_NOT_ALLOWED ->
          Layer.CODE_VALIDITY;
      default -> Layer.CHART;
    };
  }
}

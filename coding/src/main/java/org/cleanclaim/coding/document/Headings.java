package org.cleanclaim.coding.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The headings under which notes are written: visit notes, history and physical, discharge
/// summaries, operative and radiology reports.
public final class Headings {
  private static final int LONGEST = 60;
  private static final Map<String, SectionKind> KINDS = new HashMap<>();

  /// What was thought before the operation.
  private static final Set<String> PREOPERATIVE =
      Set.of(
          "preoperative diagnosis",
          "preoperative diagnoses",
          "pre-operative diagnosis",
          "pre-operative diagnoses",
          "preop diagnosis",
          "preop diagnoses",
          "pre-op diagnosis",
          "pre-op diagnoses",
          "pre op diagnosis",
          "preoperative dx",
          "pre-operative dx",
          "preop dx",
          "pre-op dx",
          "pre op dx");

  static {
    put(
        SectionKind.ASSESSMENT,
        "a|ap|a/p|imp|dx|assessment|assessment and plan|assessment &"
            + " plan|assessment/plan|impression|impression and plan|diagnosis|diagnoses|final"
            + " diagnosis|final diagnoses|discharge diagnosis|discharge diagnoses|principal"
            + " diagnosis|postoperative diagnosis|problem list|active problems|postoperative"
            + " diagnoses|post-operative diagnosis|post-operative diagnoses|postop diagnosis|postop"
            + " diagnoses|postop dx|post-op dx|post op dx|post-op diagnosis|post-op diagnoses|post"
            + " op diagnosis|postoperative dx|post-operative dx|secondary diagnosis|secondary"
            + " diagnoses|principal discharge diagnosis|primary diagnosis|other diagnoses|encounter"
            + " diagnoses|encounter diagnosis|visit diagnoses|visit diagnosis|ed"
            + " diagnosis|conclusion|problems addressed|assessment & plan|a&p|a & p|a /"
            + " p|impression and recommendations|impression/plan|problems");
    put(
        SectionKind.REASONING,
        "medical reasoning|reasoning|medical decision making|mdm|discussion|clinical impression");
    put(
        SectionKind.PLAN,
        "p|plan|medical treatment|treatment|additional testing|testing|patient education and"
            + " counseling|patient education|counseling|specialist referrals|referrals|specialist"
            + " referral|procedures|patient agreements|patient agreement|follow-up|follow"
            + " up|disposition|orders|plan of care|recommendations|recommendation|discharge"
            + " plan|goals|health concerns|treatment plan");
    put(
        SectionKind.NARRATIVE,
        "s|cc|hpi|history of present illness|subjective|objective|findings|results|chief"
            + " complaint|reason for visit|interval history|hospital course|brief hospital"
            + " course|indication|reason for admission|reason for consultation|reason for"
            + " referral|presenting complaint|history and physical|ed course|emergency department"
            + " course|procedure findings|operative findings|intraoperative"
            + " findings|narrative|reason for exam|reason for examination|clinical history|clinical"
            + " indication|addendum");
    put(
        SectionKind.PAST_HISTORY,
        "pmh|past medical history|medical history|past history|past surgical history|surgical"
            + " history|psh|pshx|pmhx|past medical and surgical history|pertinent past medical"
            + " history|procedure history|history of past illness|obstetric history|ob"
            + " history|prior assessment|previous assessment|last assessment|prior visit"
            + " assessment|previous visit assessment|last visit assessment|assessment from prior"
            + " visit|assessment from previous visit|assessment from last visit|prior"
            + " a/p|previous a/p|prior assessment and plan|previous assessment and plan|prior"
            + " diagnoses|previous diagnoses");
    put(SectionKind.FAMILY_HISTORY, "family history|fh|fhx|family medical history");
    put(
        SectionKind.NOT_CODED,
        "o|pe|meds|review of systems|review of symptoms|ros|physical exam|physical"
            + " examination|exam|examination|vitals|vital signs|vitals"
            + " reviewed|allergies|medications|current medications|social"
            + " history|shx|instructions|patient instructions|discharge"
            + " instructions|immunizations|indications|procedure|labs|admission diagnosis|admitting"
            + " diagnosis|admission diagnoses|procedure performed|procedures performed|procedure(s)"
            + " performed|surgery performed|surgeries performed|surgical procedure|surgical"
            + " procedures|principal procedure|principal procedures|secondary procedure|secondary"
            + " procedures|operation|operations|operation performed|operations performed|operative"
            + " procedure|operative procedures|name of procedure|title of procedure|title of"
            + " operation|description|details of operation|description of procedure|description of"
            + " operation|procedure description|procedure in detail|details of procedure|procedure"
            + " details|operative"
            + " technique|technique|surgeon|assistant|assistants|anesthesia|anesthesiologist|estimated"
            + " blood"
            + " loss|ebl|specimens|specimen|drains|implants|complications|counts|fluids|comparison|contrast|exam"
            + " date|discharge medications|admission medications|home medications|medications on"
            + " admission|medications on discharge|medications administered|medication"
            + " administration|medications given|medication administration record|treatment in"
            + " clinic|treatments given|administered medications|immunizations given|immunizations"
            + " administered|vaccines|vaccines administered|laboratory"
            + " results|laboratory|laboratory data|lab results|lab"
            + " data|imaging|diagnostics|diagnostic studies|studies|ekg|ecg|data|data"
            + " reviewed|total time|time spent|attestation|code status|advance"
            + " directives|insurance|payers|encounters|functional status|mental status|medical"
            + " equipment|discharge condition|condition at discharge|condition on"
            + " discharge|discharge disposition|other section|electronically signed by|allergies"
            + " and intolerances|health maintenance|preventive care|care"
            + " team|screenings|supplies|durable medical equipment|dme|history of procedures");
  }

  static {
    put(SectionKind.NOT_CODED, String.join("|", PREOPERATIVE));
  }

  private Headings() {}

  private static void put(SectionKind kind, String names) {
    for (String name : names.split("\\|")) KINDS.put(name, kind);
  }

  /// The heading that a line is or begins with, as it is written; empty for any other line.
  public static String of(String line) {
    String words = line.strip();
    int colon = words.indexOf(':');
    if (colon > 0 && colon <= LONGEST && kind(words.substring(0, colon)) != null) {
      return words.substring(0, colon);
    }
    return words.length() <= LONGEST && kind(words) != null ? words : "";
  }

  /// Whether a heading announces the diagnosis before an operation.
  static boolean isPreoperative(String text) {
    return PREOPERATIVE.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /// The kind of section that a line or the beginning of a line announces; null for any other text.
  public static @Nullable SectionKind kind(String text) {
    return KINDS.get(text.strip().toLowerCase(Locale.ROOT));
  }
}

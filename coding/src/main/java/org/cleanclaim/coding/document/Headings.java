package org.cleanclaim.coding.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headings under which notes are written, in lower case.
final class Headings {
  private static final Map<String, SectionKind> KINDS = new HashMap<>();

  static {
    put(
        SectionKind.ASSESSMENT,
        "a|ap|a/p|imp|dx|assessment|assessment and plan|assessment &"
            + " plan|assessment/plan|impression|impression and plan|diagnosis|diagnoses|final"
            + " diagnosis|final diagnoses|discharge diagnosis|discharge diagnoses|principal"
            + " diagnosis|postoperative diagnosis|problem list|active problems");
    put(
        SectionKind.REASONING,
        "medical reasoning|reasoning|medical decision making|mdm|discussion|clinical impression");
    put(
        SectionKind.PLAN,
        "p|plan|medical treatment|treatment|additional testing|testing|patient education and"
            + " counseling|patient education|counseling|specialist referrals|referrals|specialist"
            + " referral|procedures|patient agreements|patient agreement|follow-up|follow"
            + " up|disposition|orders");
    put(
        SectionKind.NARRATIVE,
        "s|cc|hpi|history of present illness|subjective|objective|findings|results|chief complaint|"
            + "reason for visit|interval history|hospital course|brief hospital course|indication");
    put(
        SectionKind.PAST_HISTORY,
        "pmh|past medical history|medical history|past history|past surgical history|surgical"
            + " history|psh|pshx|pmhx");
    put(SectionKind.FAMILY_HISTORY, "family history|fh|fhx|family medical history");
    put(
        SectionKind.NOT_CODED,
        "o|pe|meds|review of systems|review of symptoms|ros|physical exam|physical"
            + " examination|exam|examination|vitals|vital signs|vitals"
            + " reviewed|allergies|medications|current medications|social"
            + " history|shx|instructions|patient instructions|discharge"
            + " instructions|immunizations|indications|procedure|labs");
  }

  private Headings() {}

  private static void put(SectionKind kind, String names) {
    for (String name : names.split("\\|")) KINDS.put(name, kind);
  }

  /// The kind of section that a line or the beginning of a line announces; null for any other text.
  static @Nullable SectionKind kind(String text) {
    return KINDS.get(text.strip().toLowerCase(Locale.ROOT));
  }
}

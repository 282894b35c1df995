package org.cleanclaim.coding.source;

import java.util.Map;
import java.util.Optional;

/// The headings under which sections with a code are read. Source: section codes of HL7 C-CDA R2.1
/// (LOINC), in our own words.
final class SectionCodes {
  static final String PROBLEM_LIST = "11450-4";

  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("51848-0", "Assessment"),
          Map.entry("51847-2", "Assessment and plan"),
          Map.entry("11535-2", "Discharge diagnoses"),
          Map.entry("10218-6", "Postoperative diagnosis"),
          Map.entry("19005-8", "Impression"),
          Map.entry("18776-5", "Plan"),
          Map.entry("10164-2", "History of present illness"),
          Map.entry("10154-3", "Chief complaint"),
          Map.entry("29299-5", "Reason for visit"),
          Map.entry("46239-0", "Chief complaint"),
          Map.entry("42349-1", "Reason for referral"),
          Map.entry("61150-9", "Subjective"),
          Map.entry("61149-1", "Objective"),
          Map.entry("8648-8", "Hospital course"),
          Map.entry("11493-4", "Hospital course"),
          Map.entry("18782-3", "Findings"),
          Map.entry("59776-5", "Procedure findings"),
          Map.entry("11348-0", "Past medical history"),
          Map.entry("10157-6", "Family history"),
          Map.entry("29762-2", "Social history"),
          Map.entry("10187-3", "Review of systems"),
          Map.entry("29545-1", "Physical exam"),
          Map.entry("10210-3", "Physical exam"),
          Map.entry("8716-3", "Vital signs"),
          Map.entry("30954-2", "Laboratory results"),
          Map.entry("10160-0", "Medications"),
          Map.entry("29549-3", "Medications administered"),
          Map.entry("11369-6", "Immunizations"),
          Map.entry("48765-2", "Allergies"),
          Map.entry("47519-4", "Procedure history"),
          Map.entry("46240-8", "Encounters"),
          Map.entry("46241-6", "Admission diagnosis"),
          Map.entry("10183-2", "Discharge medications"),
          Map.entry("10219-4", "Preoperative diagnosis"),
          Map.entry("29554-3", "Description of procedure"),
          Map.entry("8724-7", "Description of procedure"),
          Map.entry("10223-6", "Description of procedure"),
          Map.entry("59768-2", "Indications"),
          Map.entry("55109-3", "Complications"),
          Map.entry("18834-2", "Comparison"),
          Map.entry("42348-3", "Advance directives"),
          Map.entry("48768-6", "Insurance"),
          Map.entry("47420-5", "Functional status"),
          Map.entry("46264-8", "Medical equipment"),
          Map.entry("8653-8", "Discharge instructions"),
          Map.entry("69730-0", "Instructions"));

  private SectionCodes() {}

  /// The heading that stands for a section code.
  static Optional<String> heading(String loinc) {
    return Optional.ofNullable(HEADINGS.get(loinc));
  }
}

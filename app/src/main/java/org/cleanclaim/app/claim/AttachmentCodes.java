package org.cleanclaim.app.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a claim may say of documents (PWK01 and PWK02 of the 837). The words are our own.
public final class AttachmentCodes {
  /// Sent as a 275.
  public static final String ELECTRONIC = "EL";

  private static final Set<String> REPORT_TYPES =
      Set.of(
          """
          03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB
          HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP
          """
              .strip()
              .split("\\s+"));

  private static final Map<String, String> USUAL = usual();
  private static final Map<String, String> WAYS = ways();

  private AttachmentCodes() {}

  private static Map<String, String> usual() {
    var usual = new LinkedHashMap<String, String>();
    usual.put("M1", "Medical record");
    usual.put("OB", "Operative note");
    usual.put("PN", "Therapy notes");
    usual.put("LA", "Laboratory results");
    usual.put("RR", "Radiology report");
    usual.put("P4", "Pathology report");
    usual.put("DS", "Discharge summary");
    usual.put("NN", "Nursing notes");
    usual.put("PZ", "Therapy certification");
    usual.put("CT", "Certification");
    usual.put("EB", "Explanation of benefits");
    usual.put("AS", "Admission summary");
    usual.put("03", "Why treatment goes beyond the guidelines");
    usual.put("OZ", "Other support");
    return Collections.unmodifiableMap(usual);
  }

  private static Map<String, String> ways() {
    var ways = new LinkedHashMap<String, String>();
    ways.put("EL", "Electronically (275)");
    ways.put("BM", "By mail");
    ways.put("FX", "By fax");
    ways.put("EM", "By e-mail");
    ways.put("FT", "By file transfer");
    ways.put("AA", "On request, at the provider's");
    return Collections.unmodifiableMap(ways);
  }

  /// The usual kinds of documents with their names; the guide has more.
  public static Map<String, String> usualTypes() {
    return USUAL;
  }

  /// The ways that documents may take.
  public static Map<String, String> transmissions() {
    return WAYS;
  }

  static boolean isReportType(String code) {
    return REPORT_TYPES.contains(code);
  }

  static List<String> reportTypes() {
    return REPORT_TYPES.stream().sorted().toList();
  }
}

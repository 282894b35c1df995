package org.cleanclaim.app.denial;

import java.util.List;
import java.util.Set;

/// Denials with which a payer asks for records: a document is needed to decide (252), an announced
/// one was not received or not in time (163, 164), or something is missing (16, 226, 227) and a
/// remark says that it is a document. Source: claim adjustment reason codes and remittance advice
/// remark codes, X12 external code sources 139 and 411.
final class AskedRecords {
  private static final Set<String> ALWAYS = Set.of("163", "164", "252");
  private static final Set<String> WITH_REMARK = Set.of("16", "226", "227");
  private static final Set<String> REMARKS =
      Set.of("M30", "M31", "M60", "M127", "N26", "N29", "N40", "N225");

  private AskedRecords() {}

  static boolean isAskedFor(String reason, List<String> remarks) {
    return ALWAYS.contains(reason)
        || (WITH_REMARK.contains(reason) && remarks.stream().anyMatch(REMARKS::contains));
  }

  /// What the request of a refusal is known by: `CO-16 M127`.
  static String codes(String reasonCode, List<String> remarks) {
    return (reasonCode + " " + String.join(" ", remarks)).strip();
  }

  static String codes(DenialCase denial) {
    return codes(denial.reasonCode(), denial.remarks());
  }
}

package org.cleanclaim.edits;

import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.jspecify.annotations.Nullable;

/// What kind of bill an institutional claim is, by the first two digits of its type of bill.
final class BillTypes {
  private BillTypes() {}

  static boolean isInstitutional(Claim claim) {
    return claim.type() == ClaimType.INSTITUTIONAL;
  }

  /// A hospital's patient who was admitted: 11x, and 12x where Part B pays for the stay. Both name
  /// the admission.
  static boolean isOfAdmitted(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "1[12]");
  }

  /// Hospital, inpatient, paid by the stay: 11x.
  static boolean isInpatient(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "11");
  }

  /// What the Medicare Code Editor looks at: inpatient stays (11x), swing beds (18x) and religious
  /// nonmedical institutions (41x). 12x is Part B and goes through the outpatient editor.
  static boolean hasInpatientEditor(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "11|18|41");
  }

  /// What the hospital table of NCCI pairs is for: Part B bills of hospitals (12x, 13x, 14x),
  /// skilled nursing facilities (22x, 23x), home health agencies (34x), outpatient therapy (74x,
  /// 75x) and community mental health centers (76x). Source: Integrated Outpatient Code Editor,
  /// edits 20 and 40 by type of bill.
  static boolean hasPairs(Claim claim) {
    return matches(claim.billType(), "1[234]|2[23]|34|7[456]");
  }

  /// What the hospital table of unit limits is for: the same, and critical access hospitals (85x).
  static boolean hasUnitLimits(Claim claim) {
    return hasPairs(claim) || matches(claim.billType(), "85");
  }

  /// Hospital, outpatient: 13x, 14x and 85x.
  static boolean isOutpatient(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "1[34]|85");
  }

  static boolean matches(@Nullable String text, String pattern) {
    return text != null && text.matches(pattern);
  }
}

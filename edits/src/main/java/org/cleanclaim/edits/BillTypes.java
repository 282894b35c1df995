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

  /// Hospital, inpatient: 11x and 12x.
  static boolean isInpatient(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "1[12]");
  }

  /// Hospital, outpatient: 13x, 14x and 85x.
  static boolean isOutpatient(Claim claim) {
    return isInstitutional(claim) && matches(claim.billType(), "1[34]|85");
  }

  static boolean matches(@Nullable String text, String pattern) {
    return text != null && text.matches(pattern);
  }
}

package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.jspecify.annotations.Nullable;

/// What a claim says of a stay without having a field for it.
public final class ClaimFacts {
  private static final String STATEMENT = "434";

  private ClaimFacts() {}

  /// A hospital's inpatient bill, type 11x or 12x.
  public static boolean isInpatient(Claim claim) {
    String type = claim.billType();
    return claim.type() == ClaimType.INSTITUTIONAL && type != null && type.matches("1[12]");
  }

  /// The last day of the stay: that of discharge, or of the statement.
  public static @Nullable LocalDate lastDay(Claim claim) {
    if (claim.dischargedOn() != null) return claim.dischargedOn();
    return claim.particulars().dates().stream()
        .filter(date -> date.qualifier().equals(STATEMENT))
        .map(date -> date.through() == null ? date.from() : date.through())
        .findFirst()
        .orElse(null);
  }

  /// ICD-10-PCS codes, the principal one first.
  public static List<String> procedures(Claim claim) {
    return Stream.concat(
            claim.informationCodes(Kind.PRINCIPAL_PROCEDURE).stream(),
            claim.informationCodes(Kind.OTHER_PROCEDURE).stream())
        .map(InformationCode::code)
        .toList();
  }

  /// The patient's discharge status, two digits; negative where the claim does not say.
  public static int status(Claim claim) {
    var admission = claim.admission();
    String status = admission == null ? null : admission.patientStatus();
    return status != null && status.matches("\\d{1,2}") ? Integer.parseInt(status) : -1;
  }
}

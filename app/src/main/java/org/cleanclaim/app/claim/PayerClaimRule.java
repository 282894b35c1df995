package org.cleanclaim.app.claim;

/// How a payer wants claims put together.
///
/// @param visitsOnClaim which visits of a patient go on one claim by themselves
/// @param isSplitByYear services of two calendar years go on claims of their own
/// @param lateFacilityCharges what a hospital sends for charges that come after its claim
/// @param why where the payer says so, or empty for the house's own
public record PayerClaimRule(
    VisitsOnClaim visitsOnClaim,
    boolean isSplitByYear,
    LateFacilityCharges lateFacilityCharges,
    String why) {
  /// Where nothing is said: a claim for each visit, late charges as a corrected claim.
  public static final PayerClaimRule USUAL =
      new PayerClaimRule(VisitsOnClaim.ONE, false, LateFacilityCharges.CORRECTED_CLAIM, "");

  /// Which visits share a claim.
  public enum VisitsOnClaim {
    ONE("Each visit on its own claim"),
    SAME_DAY("Visits of one day on one claim"),
    SAME_MONTH("Visits of one month on one claim");

    private final String title;

    VisitsOnClaim(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// What follows charges of a hospital that come after its claim.
  public enum LateFacilityCharges {
    CORRECTED_CLAIM("A corrected claim with all charges (xx7)"),
    LATE_CHARGE_CLAIM("A claim of the late charges alone (xx5), for outpatients");

    private final String title;

    LateFacilityCharges(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}

package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody enters about a credential.
///
/// @param unitsNeeded continuing-education units of the cycle; cycle dates and units come together
/// @param proofReference where the proof is, in words; null keeps what is there, unless the
///   credential is renewed
public record CredentialEntry(
    String credential,
    @Nullable String number,
    LocalDate issuedOn,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate cycleFrom,
    @Nullable LocalDate cycleUntil,
    @Nullable BigDecimal unitsNeeded,
    BigDecimal unitsEarned,
    @Nullable String proofReference) {
  private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(1000);

  public CredentialEntry {
    if (!credential.matches(LETTERS)) {
      throw new StaffRefusal(
          "A credential is two to ten capital letters, for example CPC or CCS-P. \"%s\" is not."
              .formatted(credential));
    }
    Days.require(issuedOn, "The day of issue");
    Days.require(expiresOn, "The last day");
    Days.require(cycleFrom, "The first day of the cycle");
    Days.require(cycleUntil, "The last day of the cycle");
    if (expiresOn != null && !expiresOn.isAfter(issuedOn)) {
      throw new StaffRefusal(
          "A credential expires after it was issued; %s is not after %s. Check the two dates."
              .formatted(expiresOn, issuedOn));
    }
    boolean isWhole =
        (cycleFrom == null) == (cycleUntil == null) && (cycleFrom == null) == (unitsNeeded == null);
    if (!isWhole) {
      throw new StaffRefusal(
          "A cycle needs its first day, its last day and the units to earn. Enter all three or"
              + " none.");
    }
    if (cycleFrom != null && cycleUntil != null && !cycleUntil.isAfter(cycleFrom)) {
      throw new StaffRefusal("A cycle ends after it begins. Check the two dates.");
    }
    if (unitsEarned.signum() < 0
        || unitsEarned.compareTo(MOST_UNITS) >= 0
        || (unitsNeeded != null
            && (unitsNeeded.signum() < 0 || unitsNeeded.compareTo(MOST_UNITS) >= 0))) {
      throw new StaffRefusal("Units of continuing education are between 0 and 999.");
    }
  }

  /// Whether this is another term of a credential than the one that is entered, so that its proof
  /// proves nothing of it: other dates, or another number than the one known.
  boolean renews(Credential held) {
    return !issuedOn.equals(held.issuedOn())
        || !Objects.equals(expiresOn, held.expiresOn())
        || (held.number() != null && !held.number().equals(number));
  }

  /// Whether it says in other words where the proof is.
  boolean provesAnew(Credential held) {
    return proofReference != null
        && held.proofReference() != null
        && !proofReference.equals(held.proofReference());
  }

  /// How the letters of a credential look.
  static final String LETTERS = "[A-Z][A-Z-]{1,9}";
}

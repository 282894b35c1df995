package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cleanclaim.app.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// An authorization or referral on file.
///
/// @param unitsUsed by lines of claims that stand
/// @param version counts the changes
public record Authorization(
    long id,
    UUID publicId,
    PatientId patientId,
    String patient,
    UUID patientPublicId,
    long payerId,
    String payer,
    AuthorizationEntry entry,
    BigDecimal unitsUsed,
    int version) {
  private static final int DAYS_BEFORE_THE_END = 14;
  private static final BigDecimal LOW_SHARE = new BigDecimal("0.2");

  /// Null when the payer counts no units. Below zero when claims use more than was given.
  public @Nullable BigDecimal unitsLeft() {
    BigDecimal approved = entry.unitsApproved();
    return approved == null ? null : approved.subtract(unitsUsed).stripTrailingZeros();
  }

  /// Where it stands on a day: one that was given and is over has expired.
  public AuthorizationStatus status(LocalDate today) {
    LocalDate last = entry.validThrough();
    boolean isOver = last != null && last.isBefore(today);
    return entry.status().isGiven() && isOver ? AuthorizationStatus.EXPIRED : entry.status();
  }

  /// What to see to on a day.
  public RunOut runOut(LocalDate today) {
    if (!status(today).isGiven()) return RunOut.NONE;
    BigDecimal approved = entry.unitsApproved();
    BigDecimal left = unitsLeft();
    if (approved != null && left != null) {
      if (left.signum() < 0) return RunOut.OVERDRAWN;
      if (left.signum() == 0) return RunOut.USED_UP;
      boolean isLow =
          left.compareTo(approved.multiply(LOW_SHARE)) <= 0 || left.compareTo(BigDecimal.ONE) <= 0;
      if (isLow && unitsUsed.signum() > 0) {
        return RunOut.UNITS_LOW;
      }
    }
    LocalDate last = entry.validThrough();
    boolean isEnding = last != null && ChronoUnit.DAYS.between(today, last) <= DAYS_BEFORE_THE_END;
    return isEnding ? RunOut.ENDS_SOON : RunOut.NONE;
  }

  /// Whether it takes the place of an earlier one that runs out: asked for later or given, for the
  /// same payer and some of the same services.
  boolean takesOverFrom(Authorization earlier, LocalDate today) {
    var standing = status(today);
    boolean isWanted = standing == AuthorizationStatus.REQUESTED || standing.isGiven();
    return id > earlier.id
        && isWanted
        && payerId == earlier.payerId
        && entry.kind() == earlier.entry.kind()
        && entry.isAboutSomeOf(earlier.entry);
  }

  @Override
  public String toString() {
    return "Authorization[" + id + "]";
  }
}

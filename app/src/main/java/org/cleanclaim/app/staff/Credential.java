package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A credential that somebody holds.
///
/// @param credential letters of the credential, for example `CCS-P`
/// @param number the holder's number with whoever granted it, null when not known
/// @param expiresOn last day on which it holds, null when it holds for life
/// @param cycle continuing education that keeps it, null when none is asked
/// @param proofReference where the proof is, in words
/// @param proofFile the archived proof
public record Credential(
    long id,
    UUID publicId,
    long staffMemberId,
    String credential,
    @Nullable String number,
    LocalDate issuedOn,
    @Nullable LocalDate expiresOn,
    @Nullable Cycle cycle,
    @Nullable String proofReference,
    @Nullable UUID proofFile) {
  /// How long before its end a credential counts as about to expire.
  public static final int NOTICE_DAYS = 60;

  /// Continuing education of one cycle, in units (CEUs).
  ///
  /// @param until last day of the cycle
  public record Cycle(LocalDate from, LocalDate until, BigDecimal needed, BigDecimal earned) {

    /// Units that are still to be earned.
    public BigDecimal missing() {
      return needed.subtract(earned).max(BigDecimal.ZERO);
    }
  }

  /// Where a credential stands on a day.
  public enum State {
    VALID("Valid"),
    EXPIRING("Expires within 60 days"),
    EXPIRED("Expired"),
    UNPROVEN("Unproven");

    private final String title;

    State(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public boolean isProven() {
    return proofFile != null || proofReference != null;
  }

  /// An expired one is expired whether it was proven or not.
  public State state(LocalDate day) {
    if (expiresOn != null && day.isAfter(expiresOn)) return State.EXPIRED;
    if (!isProven() || day.isBefore(issuedOn)) return State.UNPROVEN;
    return expiresOn != null && !day.plusDays(NOTICE_DAYS).isBefore(expiresOn)
        ? State.EXPIRING
        : State.VALID;
  }

  /// Whether it opens queues that ask for it: proven and not expired.
  public boolean qualifies(LocalDate day) {
    return switch (state(day)) {
      case VALID, EXPIRING -> true;
      case EXPIRED, UNPROVEN -> false;
    };
  }
}

package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A clock about to run. The same kind, subject and step is the same clock.
///
/// @param subject what it is about, in words that name one thing: `claim CC000012`
/// @param step level of an appeal, else 1
/// @param title what has to be done
/// @param link page where it is done
/// @param owner role or user who answers for it
public record ClockStart(
    ClockKind kind,
    String subject,
    int step,
    String title,
    ClockRule rule,
    LocalDate startsOn,
    @Nullable Long claimId,
    @Nullable Long payerId,
    @Nullable String link,
    String owner) {

  public static ClockStart of(ClockKind kind, String subject, ClockRule rule, LocalDate startsOn) {
    return new ClockStart(
        kind, subject, 1, kind.title(), rule, startsOn, null, null, null, "BILLER");
  }

  public ClockStart atStep(int number, String name) {
    return new ClockStart(
        kind, subject, number, name, rule, startsOn, claimId, payerId, link, owner);
  }

  public ClockStart ofClaim(long claim, long payer, String page) {
    return new ClockStart(kind, subject, step, title, rule, startsOn, claim, payer, page, owner);
  }

  public ClockStart ofPayer(long payer, String page) {
    return new ClockStart(kind, subject, step, title, rule, startsOn, null, payer, page, owner);
  }

  /// @param page where it is done
  public ClockStart leadingTo(String page) {
    return new ClockStart(
        kind, subject, step, title, rule, startsOn, claimId, payerId, page, owner);
  }

  public ClockStart startingOn(LocalDate day) {
    return new ClockStart(kind, subject, step, title, rule, day, claimId, payerId, link, owner);
  }

  public ClockStart ownedBy(String other) {
    return new ClockStart(
        kind, subject, step, title, rule, startsOn, claimId, payerId, link, other);
  }
}

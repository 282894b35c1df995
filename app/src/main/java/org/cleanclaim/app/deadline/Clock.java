package org.cleanclaim.app.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A clock as it stands.
///
/// @param evidence what shows that it was met
/// @param suspendedOn since when it rests
/// @param claim number of the claim that it is about
public record Clock(
    long id,
    UUID publicId,
    ClockKind kind,
    String subject,
    int step,
    String title,
    ClockRule rule,
    LocalDate startsOn,
    LocalDate dueOn,
    @Nullable String evidence,
    String owner,
    State state,
    @Nullable LocalDate suspendedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable Long claimId,
    @Nullable UUID claimPublicId,
    @Nullable String claim,
    @Nullable Long payerId,
    @Nullable String payer,
    @Nullable String link,
    int version) {

  /// How it stands.
  public enum State {
    RUNNING,
    /// The law lets it rest.
    SUSPENDED,
    /// Done, with evidence.
    MET,
    /// What it ran for is there no more.
    ENDED
  }

  public boolean isOpen() {
    return state == State.RUNNING || state == State.SUSPENDED;
  }

  /// What it is about, as people name it: the claim by its number, else its subject.
  public String about() {
    return claim == null ? subject : "claim " + claim;
  }

  /// Days left; negative when it is late.
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, dueOn);
  }

  public boolean isLate(LocalDate today) {
    LocalDate end = stoppedOn == null ? today : stoppedOn;
    return state != State.ENDED && end.isAfter(dueOn);
  }

  /// The colour of its chip: red two days before and after, yellow in the last week, blue in the
  /// last thirty days.
  public String tone(LocalDate today) {
    if (!isOpen()) return isLate(today) ? "red" : "gray";
    long left = daysLeft(today);
    if (left <= 2) return "red";
    if (left <= 7) return "yellow";
    return left <= 30 ? "blue" : "gray";
  }

  /// `9 days left`, `3 days late`.
  public String left(LocalDate today) {
    if (state == State.ENDED) return "ended";
    if (state == State.MET) return isLate(today) ? "met late" : "met";
    long left = daysLeft(today);
    if (left == 0) return "today";
    long days = Math.abs(left);
    return "%d %s %s".formatted(days, days == 1 ? "day" : "days", left < 0 ? "late" : "left");
  }
}

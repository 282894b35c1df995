package org.cleanclaim.app.timer;

import java.time.LocalTime;

/// A round that the program may go by itself once a day.
public enum RoundKind {
  /// Payers are asked about everybody who is expected (270): days ahead, days after which an answer
  /// is old.
  ELIGIBILITY("eligibility round"),

  /// Payers are asked about claims that they are silent about (276), on business days: days after
  /// which a claim is asked about again; the second number is not used.
  CLAIM_STATUS("claim status round");

  /// What a number may be.
  public record Span(int usual, int least, int most) {
    boolean contains(int number) {
      return number >= least && number <= most;
    }
  }

  private final String title;

  RoundKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// What its first number may be.
  public Span first() {
    return switch (this) {
      case ELIGIBILITY -> new Span(7, 1, 90);
      case CLAIM_STATUS -> new Span(7, 2, 60);
    };
  }

  /// What its second number may be.
  public Span second() {
    return switch (this) {
      case ELIGIBILITY -> new Span(30, 1, 365);
      case CLAIM_STATUS -> new Span(1, 1, 1);
    };
  }

  /// How it stands while nobody has set it: it is off.
  RoundSetting unset() {
    return new RoundSetting(false, LocalTime.of(5, 0), first().usual(), second().usual());
  }
}

package org.cleanclaim.app.codingquery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.coding.query.QueryOption;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// A query to the provider of a visit.
///
/// @param code the code of the chart that waits for the answer, null when none does
/// @param dueOn the day by which the provider answers, null while it is a draft
/// @param escalateOn the day on which an unanswered query goes to `escalateTo`
public record CodingQuery(
    long id,
    UUID publicId,
    EncounterId encounterId,
    Status status,
    @Nullable CodeSystem system,
    @Nullable String code,
    QueryText text,
    String providerNpi,
    String providerName,
    String writtenBy,
    Instant writtenAt,
    @Nullable Instant sentAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate escalateOn,
    @Nullable String escalateTo,
    @Nullable Instant escalatedAt,
    @Nullable Answer answer,
    @Nullable Closing closing,
    @Nullable Waiver waiver) {

  /// Where a query stands.
  public enum Status {
    DRAFT,
    SENT,
    ANSWERED,
    CLOSED,
    CANCELLED
  }

  /// What a query came to.
  public enum Outcome {
    AGREED("agreed"),
    DISAGREED("disagreed"),
    NO_ANSWER("no answer"),
    UNDETERMINED("clinically undetermined");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// What it changed on the chart.
  public enum Effect {
    NONE("no code changed"),
    CODE_ADDED("a code was added"),
    CODE_CHANGED("a code was changed"),
    CODE_REMOVED("a code was taken out");

    private final String title;

    Effect(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// The provider's answer.
  ///
  /// @param choice number of the option, counted from 1; null for an open question
  /// @param documentId the late entry that the answer became
  /// @param spoken null where the provider typed it
  public record Answer(
      Instant at,
      String by,
      @Nullable Integer choice,
      String text,
      long documentId,
      @Nullable SpokenAnswer spoken) {
    @Override
    public String toString() {
      return "Answer[" + documentId + "]";
    }
  }

  /// How it was closed.
  public record Closing(
      Instant at, String by, Outcome outcome, Effect effect, @Nullable String effectText) {}

  /// Why the codes may be made final in spite of it.
  public record Waiver(Instant at, String by, String reason) {}

  /// Whether it keeps the chart from being made final: the answer does until somebody has said what
  /// came of it, whatever leave was given to go on without one.
  public boolean isWaitedFor() {
    return status == Status.ANSWERED || (status == Status.SENT && waiver == null);
  }

  /// Whether its answer was written down by somebody else and the provider has not signed it.
  public boolean isUnsigned() {
    return answer != null && answer.spoken() != null && !answer.spoken().isSigned();
  }

  /// Whether the provider should have answered before the day.
  public boolean isOverdue(LocalDate today) {
    return status == Status.SENT && dueOn != null && dueOn.isBefore(today);
  }

  /// Whether the answer came after the day.
  ///
  /// @param zone of the practice
  public boolean isAnsweredLate(ZoneId zone) {
    return answer != null && dueOn != null && LocalDate.ofInstant(answer.at(), zone).isAfter(dueOn);
  }

  /// The option that the provider chose; null for an open question and while there is no answer.
  public @Nullable QueryOption chosen() {
    if (answer == null || answer.choice() == null) return null;
    return text.options().get(answer.choice() - 1);
  }

  /// What the answer looks like to be; the coder who closes the query decides.
  public Outcome likelyOutcome() {
    if (answer == null) return Outcome.NO_ANSWER;
    QueryOption chosen = chosen();
    if (chosen == null) return Outcome.AGREED;
    if (chosen.isUndetermined()) return Outcome.UNDETERMINED;
    return chosen.isNo() ? Outcome.DISAGREED : Outcome.AGREED;
  }

  /// The outcomes that fit what happened.
  public List<Outcome> possibleOutcomes() {
    return answer == null
        ? List.of(Outcome.NO_ANSWER)
        : List.of(Outcome.AGREED, Outcome.DISAGREED, Outcome.UNDETERMINED);
  }

  @Override
  public String toString() {
    return "CodingQuery[" + publicId + "]";
  }
}

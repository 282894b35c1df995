package org.cleanclaim.app.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.Nullable;

/// A question to a payer about a policy, with its answer.
///
/// @param asOf day of service asked about
/// @param why it was asked, null when nobody said
/// @param questionFile the 270 it went out in
/// @param questionRemarks what the payer's system found wrong in the 270 and took all the same,
///   null when it said nothing
/// @param answerFile the 271 as it came
/// @param refused why the payer's system refused the whole file of the question, null when it did
///   not
/// @param isChangedSince whether the policy, or the patient's name, birth date or sex, was changed
///   since
/// @param settledBy who looked at what was wrong with it
public record EligibilityCheck(
    UUID publicId,
    long coverageId,
    UUID patientPublicId,
    String patient,
    String payer,
    String plan,
    String trace,
    LocalDate asOf,
    Instant askedAt,
    @Nullable String why,
    @Nullable Instant answeredAt,
    @Nullable String refused,
    @Nullable EligibilityAnswer answer,
    @Nullable UUID questionFile,
    @Nullable String questionRemarks,
    @Nullable UUID answerFile,
    boolean isChangedSince,
    @Nullable String settledBy,
    @Nullable String settledNote) {

  /// What somebody has to look at; [#OK] and [#WAITING] need nobody.
  public enum Trouble {
    OK("In order", ""),
    WAITING("The payer has not answered yet", "Wait for the answer"),
    NO_ANSWER("No answer", "Ask again, or call the payer"),
    NOT_TAKEN(
        "The payer's system refuses the file of the question",
        "Mend what it names and ask again, or call the payer"),
    REFUSED("The payer refuses to answer", "Correct what it names and ask again"),
    NOT_ACTIVE("Not covered on that day", "Ask the patient for another coverage before the visit"),
    UNCLEAR("The answer does not say whether it is active", "Read the answer or call the payer"),
    PENDING(
        "The payer is still looking into the coverage",
        "Ask again before the visit, or call the payer"),
    ENDS_BEFORE("The plan ends before the visit", "Ask the patient for the next coverage"),
    OTHER_PAYER("The payer names another payer", "Record it and set the order of the coverages");

    private final String title;
    private final String nextStep;

    Trouble(String title, String nextStep) {
      this.title = title;
      this.nextStep = nextStep;
    }

    /// What an answer leaves to do about a day of service.
    static Trouble of(EligibilityAnswer said, LocalDate asOf) {
      return switch (said.status()) {
        case REJECTED -> REFUSED;
        case INACTIVE -> NOT_ACTIVE;
        case UNKNOWN -> UNCLEAR;
        case ACTIVE -> {
          if (!said.covers(asOf)) {
            var until = said.planDays().until();
            yield until == null || asOf.isBefore(until) ? NOT_ACTIVE : ENDS_BEFORE;
          }
          if (said.isUnderInvestigation()) yield PENDING;
          boolean namesOther = said.benefits().stream().anyMatch(b -> b.kindCode().equals("R"));
          yield namesOther ? OTHER_PAYER : OK;
        }
      };
    }

    /// Whether somebody has to do something about it.
    public boolean needsSomebody() {
      return this != OK && this != WAITING;
    }

    public String title() {
      return title;
    }

    public String nextStep() {
      return nextStep;
    }
  }

  /// What is wrong, at a time.
  ///
  /// @param patience ends then: asked before it and not answered counts as no answer
  public Trouble trouble(Instant patience) {
    var said = answer;
    if (said == null) {
      if (refused != null) return Trouble.NOT_TAKEN;
      return askedAt.isBefore(patience) ? Trouble.NO_ANSWER : Trouble.WAITING;
    }
    return Trouble.of(said, asOf);
  }

  /// What somebody does about it, at a time.
  public String nextStep(Instant patience) {
    var trouble = trouble(patience);
    return isChangedSince && trouble != Trouble.OK
        ? "Ask again: the policy or the patient was changed since"
        : trouble.nextStep();
  }

  /// What is wrong in words, with what the payer said about it.
  public String sentence(Instant patience) {
    var trouble = trouble(patience);
    if (trouble == Trouble.NOT_TAKEN) return trouble.title() + ": " + refused + ".";
    if (trouble != Trouble.REFUSED || answer == null || answer.rejections().isEmpty()) {
      return trouble.title() + ".";
    }
    var first = answer.rejections().getFirst();
    return PayerRefusal.of(first.reasonCode(), first.followUpCode()).sentence();
  }

  @Override
  public String toString() {
    return "EligibilityCheck[" + trace + "]";
  }
}

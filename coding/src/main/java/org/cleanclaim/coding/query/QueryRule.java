package org.cleanclaim.coding.query;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// The rules that a query is held to before it may be sent. The name of a constant with `QUERY-`
/// before it is the stable id of its finding.
public enum QueryRule {
  SUBJECT_MISSING(
      Severity.ERROR, "The query has no subject.", "Name in a few words what it is about."),
  QUESTION_MISSING(Severity.ERROR, "The query asks nothing.", "Write the question."),
  INDICATOR_MISSING(
      Severity.ERROR,
      "The query quotes nothing of the record.",
      "Select the words that raise the question as indicators."),
  INDICATOR_NOT_FOUND(
      Severity.ERROR,
      "An indicator does not stand in the document at the place that is given.",
      "Take it out and select the words again."),
  MONEY(
      Severity.ERROR,
      "The query speaks of payment or of what decides it.",
      "Ask about the patient's condition alone."),
  QUALITY(
      Severity.ERROR,
      "The query speaks of ratings or quality figures.",
      "Ask about the patient's condition alone."),
  LEADING(
      Severity.ERROR,
      "The wording pushes to an answer.",
      "Ask what the provider's judgment is, without saying what to write."),
  CODE_NAMED(
      Severity.ERROR,
      "The query names a code.",
      "Use clinical words; the coder finds the code from the answer."),
  NAME_UNSUPPORTED(
      Severity.ERROR,
      "The subject or the question names a condition that no indicator names.",
      "Ask without naming it, or quote where the record names it."),
  DETAIL_UNSUPPORTED(
      Severity.ERROR,
      "The subject or the question names a detail of a condition that no indicator has.",
      "Ask for the detail without naming it, or quote where the record has it."),
  OPTION_SINGLE(
      Severity.ERROR,
      "A single condition is offered.",
      "Offer every condition that the indicators support, or ask an open question."),
  OPTION_OTHER_MISSING(
      Severity.ERROR,
      "No option leaves the answer to the provider's own words.",
      "Add an option \"Other\"."),
  OPTION_UNDETERMINED_MISSING(
      Severity.ERROR,
      "No option says that the matter cannot be determined.",
      "Add an option \"Unable to determine clinically\"."),
  OPTION_UNSUPPORTED(
      Severity.ERROR,
      "An option has no indicator that supports it.",
      "Say which indicators make it possible, or take it out."),
  OPTION_EMPHASIS(
      Severity.ERROR,
      "An option is made to look wanted.",
      "Write all options alike, without marks or praise."),
  OPTION_REPEATED(Severity.ERROR, "An option stands there twice.", "Take one out."),
  OPEN_WITH_OPTIONS(
      Severity.ERROR,
      "An open question offers options.",
      "Take the options out, or make it a multiple choice."),
  SUBJECT_TELLS_ANSWER(
      Severity.ERROR,
      "The subject is one of the options.",
      "Name the symptom or the finding that is asked about."),
  YES_NO_PURPOSE(
      Severity.ERROR,
      "A yes or no question needs one of the purposes that it is allowed for.",
      "Choose the purpose, or ask an open question."),
  YES_NO_ADMISSION(
      Severity.ERROR,
      "What was present on admission is asked of stays alone.",
      "Choose another purpose, or ask an open question."),
  YES_NO_ONE_SIDE(
      Severity.ERROR,
      "The record is quoted at one place; this purpose needs both that are set against each other.",
      "Quote both statements or conditions, or ask an open question."),
  YES_NO_ANSWERS(
      Severity.ERROR,
      "A yes or no question has other answers than yes, no, other and unable to determine.",
      "Offer these four.");

  static final Citation SOURCE =
      new Citation(
          "ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice, 2022 update",
          EffectivePeriod.from(LocalDate.of(2022, 12, 1)));

  private final Severity severity;
  private final String message;
  private final String remedy;

  QueryRule(Severity severity, String message, String remedy) {
    this.severity = severity;
    this.message = message;
    this.remedy = remedy;
  }

  public RuleId id() {
    return new RuleId("QUERY-" + name().replace('_', '-'));
  }

  public String message() {
    return message;
  }

  public String remedy() {
    return remedy;
  }

  /// @param field where in the query, in the words of the screen
  Finding at(String field) {
    return new Finding(
        id(), Layer.CHART, severity, Place.field(field), message, remedy, null, SOURCE);
  }
}

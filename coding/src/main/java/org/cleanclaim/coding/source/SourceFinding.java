package org.cleanclaim.coding.source;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// What may be wrong with a file of documentation. None of the sentences holds text of the file.
enum SourceFinding {
  EMPTY(
      "NOTE-EMPTY", Severity.ERROR, "The document holds no text.", "Send the signed note itself."),
  BINARY(
      "NOTE-BINARY",
      Severity.ERROR,
      "The file is not text: %s.",
      "Export the note as text, HTML, C-CDA or FHIR."),
  TOO_LARGE(
      "NOTE-TOO-LARGE",
      Severity.ERROR,
      "The file is larger than %s.",
      "Send one encounter's documentation a file."),
  DAMAGED("NOTE-DAMAGED", Severity.ERROR, "%s", "Ask the sender to export the document again."),
  ENCODING(
      "NOTE-ENCODING",
      Severity.WARNING,
      "The bytes are not UTF-8 and were read as windows-1252.",
      "Look at accents and signs; better export as UTF-8."),
  REPLACED(
      "NOTE-CHARACTERS",
      Severity.WARNING,
      "Some bytes stand for no character of windows-1252 and were read as a sign of doubt.",
      "Export the note as UTF-8."),
  TEMPLATE(
      "NOTE-TEMPLATE",
      Severity.ERROR,
      "The document holds headings and places to fill in, and nothing filled in.",
      "Send the note after it was written and signed."),
  LANGUAGE(
      "NOTE-LANGUAGE",
      Severity.ERROR,
      "The text seems to be %s; wordings of the code sets are English, so nothing is proposed.",
      "Code it by hand, or send an English text."),
  UNCHECKED(
      "NOTE-UNCHECKED",
      Severity.INFORMATION,
      "%s boxes that are not checked were left out.",
      "Nothing has to be done."),
  NOT_READ("NOTE-PART-NOT-READ", Severity.WARNING, "%s", "Send that part as text, if it matters."),
  SEVERAL_DAYS(
      "NOTE-DAY-UNCLEAR",
      Severity.WARNING,
      "The document names several days of service.",
      "Say which with --dos."),
  UNREADABLE_DAY(
      "NOTE-DAY-UNCLEAR",
      Severity.WARNING,
      "The document states the day as %s, which is no day of the calendar.",
      "Say the day with --dos; without it the code sets of today are used.");

  private static final Citation SOURCE =
      new Citation(
          "Reading of documents, docs/reference/coding.md",
          EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private final String rule;
  private final Severity severity;
  private final String message;
  private final String remedy;

  SourceFinding(String rule, Severity severity, String message, String remedy) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
    this.remedy = remedy;
  }

  Finding at(String place, Object... details) {
    return new Finding(
        new RuleId(rule),
        Layer.STRUCTURE,
        severity,
        place.isEmpty() ? Place.WHOLE : Place.field(place),
        details.length == 0 ? message : message.formatted(details),
        remedy,
        null,
        SOURCE);
  }
}

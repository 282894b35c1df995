package org.cleanclaim.coding.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The level of a visit as the documented elements make it, each with its sentence. It says what is
/// there; it does not say what would be needed for more.
///
/// @param problems the problems addressed; the same for what was looked at and for what was decided
/// @param decision the three levels and what two of them come to
/// @param minutes the practitioner's total time on the day; null when none or more than one is
///   stated
/// @param time the statement of the time, or null
/// @param ranges the kinds of visit that the note may be of; several where it does not say
/// @param remarks what a person has to look at
public record VisitWorksheet(
    List<VisitElement> problems,
    List<VisitElement> data,
    List<VisitElement> risk,
    DecisionMaking decision,
    @Nullable Integer minutes,
    @Nullable VisitElement time,
    List<VisitRange> ranges,
    List<String> remarks) {
  /// Where the rules stand.
  public static final String SOURCE =
      "AMA CPT E/M guidelines of 2021 (office) and 2023 (hospital, emergency, consultation, home),"
          + " adopted by CMS in the physician fee schedule final rules 84 FR 62568 and 87 FR 69404";

  public VisitWorksheet {
    problems = List.copyOf(problems);
    data = List.copyOf(data);
    risk = List.copyOf(risk);
    ranges = List.copyOf(ranges);
    remarks = List.copyOf(remarks);
  }
}

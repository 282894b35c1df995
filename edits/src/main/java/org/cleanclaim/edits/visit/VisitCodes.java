package org.cleanclaim.edits.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The codes of visits. Sources: the evaluation and management section of CPT (99202 to 99499, and
/// since 2025 98000 to 98016) with the eye visits of its medicine section; HCPCS Level II in force.
/// A service that only accompanies a visit (G2211) is none.
public final class VisitCodes {
  private static final LocalDate EVER = LocalDate.MIN;
  private static final LocalDate ALWAYS = LocalDate.MAX;

  /// Codes from a first to a last one.
  ///
  /// @param from first day of service
  /// @param through last day of service
  /// @param meeting whether patient and clinician meet in them
  private record Range(
      String first, String last, LocalDate from, LocalDate through, Meeting meeting) {}

  private enum Meeting {
    /// Patient and clinician meet because of a problem, also by picture or sound.
    FOR_A_PROBLEM,
    /// A preventive examination.
    PREVENTIVE,
    /// Work for the patient between meetings, and prolonged time.
    NONE
  }

  /// The narrower range stands before the wider one that holds it.
  private static final List<Range> RANGES =
      List.of(
          // CPT
          range("92002", "92002", Meeting.FOR_A_PROBLEM),
          range("92004", "92004", Meeting.FOR_A_PROBLEM),
          range("92012", "92012", Meeting.FOR_A_PROBLEM),
          range("92014", "92014", Meeting.FOR_A_PROBLEM),
          since("98000", "98016", "2025-01-01", Meeting.FOR_A_PROBLEM),
          until("99201", "99201", "2020-12-31"),
          range("99202", "99215", Meeting.FOR_A_PROBLEM),
          range("99217", "99255", Meeting.FOR_A_PROBLEM),
          range("99281", "99285", Meeting.FOR_A_PROBLEM),
          range("99291", "99292", Meeting.FOR_A_PROBLEM),
          range("99304", "99350", Meeting.FOR_A_PROBLEM),
          range("99381", "99429", Meeting.PREVENTIVE),
          until("99441", "99443", "2024-12-31"),
          range("99202", "99499", Meeting.NONE),
          // HCPCS Level II: Medicare's examinations, emergency rooms, telehealth, clinics, FQHCs
          since("G0245", "G0246", "2002-07-01", Meeting.FOR_A_PROBLEM),
          since("G0316", "G0318", "2023-01-01", Meeting.NONE),
          since("G0380", "G0384", "2007-01-01", Meeting.FOR_A_PROBLEM),
          since("G0402", "G0402", "2009-01-01", Meeting.PREVENTIVE),
          since("G0406", "G0408", "2009-01-01", Meeting.FOR_A_PROBLEM),
          since("G0425", "G0427", "2010-01-01", Meeting.FOR_A_PROBLEM),
          since("G0438", "G0439", "2011-01-01", Meeting.PREVENTIVE),
          since("G0463", "G0463", "2014-01-01", Meeting.FOR_A_PROBLEM),
          since("G0466", "G0467", "2014-10-01", Meeting.FOR_A_PROBLEM),
          since("G0468", "G0468", "2014-10-01", Meeting.PREVENTIVE),
          since("G0469", "G0470", "2014-10-01", Meeting.FOR_A_PROBLEM),
          since("G0508", "G0509", "2017-01-01", Meeting.FOR_A_PROBLEM),
          since("G2010", "G2010", "2019-01-01", Meeting.NONE),
          span("G2012", "G2012", "2019-01-01", "2024-12-31", Meeting.NONE),
          since("G2212", "G2212", "2021-01-01", Meeting.NONE),
          since("G2252", "G2252", "2021-01-01", Meeting.NONE),
          range("S0610", "S0613", Meeting.PREVENTIVE),
          range("S0620", "S0621", Meeting.PREVENTIVE),
          range("T1015", "T1015", Meeting.FOR_A_PROBLEM));

  private static final Map<String, Range> BY_CODE = byCode();

  private VisitCodes() {}

  private static Range range(String first, String last, Meeting meeting) {
    return new Range(first, last, EVER, ALWAYS, meeting);
  }

  private static Range since(String first, String last, String from, Meeting meeting) {
    return new Range(first, last, LocalDate.parse(from), ALWAYS, meeting);
  }

  private static Range until(String first, String last, String through) {
    return new Range(first, last, EVER, LocalDate.parse(through), Meeting.FOR_A_PROBLEM);
  }

  private static Range span(
      String first, String last, String from, String through, Meeting meeting) {
    return new Range(first, last, LocalDate.parse(from), LocalDate.parse(through), meeting);
  }

  /// Every code of the ranges by itself, so that a line asks one table.
  private static Map<String, Range> byCode() {
    var byCode = new HashMap<String, Range>();
    for (Range range : RANGES) {
      String letter = range.first().replaceAll("\\d", "");
      int first = Integer.parseInt(range.first().substring(letter.length()));
      int last = Integer.parseInt(range.last().substring(letter.length()));
      for (int i = first; i <= last; i++) {
        String digits = Integer.toString(i);
        String code = letter + "0".repeat(5 - letter.length() - digits.length()) + digits;
        byCode.putIfAbsent(code, range);
      }
    }
    return Map.copyOf(byCode);
  }

  /// Whether a code is a visit of any kind on a day: evaluation and management.
  public static boolean isVisit(String code, LocalDate day) {
    Range range = BY_CODE.get(code);
    return range != null && !day.isBefore(range.from()) && !day.isAfter(range.through());
  }

  /// Whether patient and clinician meet in it because of a problem: such visits belong to the
  /// global package of an operation (Medicare Claims Processing Manual, chapter 12, section 40.1).
  public static boolean isMeetingForAProblem(String code, LocalDate day) {
    Range range = BY_CODE.get(code);
    return range != null && range.meeting() == Meeting.FOR_A_PROBLEM && isVisit(code, day);
  }

  /// Whether a code is known to be something else than a visit. The national code sets are CPT, and
  /// Level II from A to V; what a local code of the other letters stands for nobody can say.
  public static boolean isNoVisit(String code, LocalDate day) {
    return code.charAt(0) < 'W' && !isVisit(code, day);
  }
}

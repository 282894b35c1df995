package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Fills the worksheet of a visit from a note: problems, data, risk, time, each with its sentence.
/// It counts what is written and aims at nothing.
public final class VisitReader {
  private static final Pattern NEW =
      Pattern.compile(
          "\\b(?:new patient|establish(?:ing)? care|new to (?:me|this practice|our practice|our"
              + " clinic))\\b");
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:established patient|follow[- ]?up (?:visit|appointment|for|of|on)|for follow[-"
              + " ]?up|returns (?:for|to|today)|last (?:visit|seen)|annual)\\b");
  private static final Pattern ADMITTING =
      Pattern.compile(
          "\\b(?:history and physical|h&p|admission note|initial hospital|admitting"
              + " diagnosis|reason for admission)\\b");
  private static final Pattern ROUNDS =
      Pattern.compile(
          "\\b(?:progress note|hospital day|subsequent hospital|overnight events|interval"
              + " (?:history|events))\\b");

  private static final Pattern EMERGENCY =
      Pattern.compile(
          "\\b(?:emergency (?:department|room) (?:note|visit|provider|record)|ed (?:note|provider"
              + " note))\\b");
  private static final Pattern VISIT_SECTION =
      Pattern.compile(
          "hpi|history of present illness|subjective|chief complaint|physical"
              + " exam(?:ination)?|review of systems|ros|interval history|assessment.*");
  private static final Pattern REPORT_SECTION =
      Pattern.compile(
          "technique|comparison|description of (?:procedure|operation)|(?:procedures?|operations?)"
              + " performed|operative .*|operations?|procedure in detail|postoperative diagnos.s");
  private static final int HEAD = 300;

  private VisitReader() {}

  /// @param kind of visit when it is known; null to read it from the note
  public static VisitWorksheet read(
      Documentation note, CodingProposal diagnoses, @Nullable VisitSetting kind) {
    List<Statement> statements = Statements.of(note.text());
    List<VisitElement> problems = new ProblemReader(note, statements).read(diagnoses);
    List<VisitElement> data = DataReader.read(note, statements);
    List<VisitElement> risk = RiskReader.read(note, statements);
    var decision =
        new DecisionMaking(
            ProblemReader.level(problems), DataReader.level(data), RiskReader.level(risk));
    var remarks = new ArrayList<String>();
    if (problems.isEmpty()) remarks.add("No problem addressed was found; look at the assessment.");
    if (!data.isEmpty()) {
      remarks.add(
          "A test whose reading is billed by the same practitioner does not count as data.");
    }
    List<TimeReader.Total> totals = TimeReader.read(note, statements);
    long different = totals.stream().map(TimeReader.Total::minutes).distinct().count();
    TimeReader.Total total = different == 1 ? totals.getFirst() : null;
    if (different > 1) remarks.add("Several total times are stated, so none is taken.");
    var ranges = new ArrayList<VisitRange>();
    boolean isReport = kind == null && isReport(statements);
    if (isReport)
      remarks.add("The document is a report of a procedure or a study, not of a visit.");
    (isReport ? Map.<VisitSetting, String>of() : kinds(note, kind))
        .forEach((setting, why) -> {
          if (note.servedOn().isBefore(setting.since())) {
            remarks.add("The day is before " + setting.since() + ", when these levels began.");
            return;
          }
          ProcedureCode byDecision = problems.isEmpty() ? null : setting.code(decision.level());
          ProcedureCode byTime = total == null ? null : setting.code(total.minutes()).orElse(null);
          if (byDecision == null && byTime == null) return;
          ranges.add(new VisitRange(setting, why, byDecision, byTime));
        });
    return new VisitWorksheet(
        problems,
        data,
        risk,
        decision,
        total == null ? null : total.minutes(),
        total == null ? null : new VisitElement("total time", decision.level(), total.evidence()),
        ranges,
        remarks);
  }

  private static boolean isReport(List<Statement> statements) {
    boolean hasReport = false;
    for (Statement said : statements) {
      if (VISIT_SECTION.matcher(said.section()).matches()) return false;
      hasReport |= REPORT_SECTION.matcher(said.section()).matches();
    }
    return hasReport;
  }

  private static Map<VisitSetting, String> kinds(Documentation note, @Nullable VisitSetting kind) {
    var kinds = new LinkedHashMap<VisitSetting, String>();
    if (kind != null) {
      kinds.put(kind, "as asked for");
      return kinds;
    }
    String text = note.text().toLowerCase(Locale.ROOT);
    switch (note.setting()) {
      case EMERGENCY -> kinds.put(VisitSetting.EMERGENCY, "the setting");
      case INPATIENT ->
          either(
              kinds,
              text,
              VisitSetting.HOSPITAL_INITIAL,
              ADMITTING,
              VisitSetting.HOSPITAL_SUBSEQUENT,
              ROUNDS);
      case OUTPATIENT -> {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        if (EMERGENCY.matcher(head).find()) {
          kinds.put(VisitSetting.EMERGENCY, "the note is of an emergency department");
          return kinds;
        }
        either(kinds, text, VisitSetting.OFFICE_NEW, NEW, VisitSetting.OFFICE_ESTABLISHED, KNOWN);
      }
    }
    return kinds;
  }

  private static void either(
      Map<VisitSetting, String> kinds,
      String text,
      VisitSetting first,
      Pattern firstWords,
      VisitSetting second,
      Pattern secondWords) {
    Matcher one = firstWords.matcher(text);
    Matcher two = secondWords.matcher(text);
    boolean isOne = one.find();
    boolean isTwo = two.find();
    if (isOne == isTwo) {
      kinds.put(first, "the note does not say which");
      kinds.put(second, "the note does not say which");
    } else if (isOne) {
      kinds.put(first, "the note says “" + one.group() + "”");
    } else {
      kinds.put(second, "the note says “" + two.group() + "”");
    }
  }
}

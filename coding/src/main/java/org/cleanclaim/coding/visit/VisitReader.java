package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final Pattern VISIT_SECTION =
      Pattern.compile(
          "hpi|history of present illness|subjective|chief complaint|physical"
              + " exam(?:ination)?|review of systems|ros|interval history|assessment.*");
  private static final Pattern REPORT_SECTION =
      Pattern.compile(
          "technique|comparison|description of (?:procedure|operation)|(?:procedures?|operations?)"
              + " performed|operative .*|operations?|procedure in detail|postoperative diagnos.s");

  /// Source: Medicare Claims Processing Manual, chapter 12, section 30.6.10.
  private static final String CONSULTATION =
      "Medicare takes no consultation codes: it wants the code of an office or hospital visit.";

  private static final String DISCHARGE =
      "The higher discharge code needs more than 30 minutes, stated in the note.";

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
    (isReport ? Map.<VisitSetting, String>of() : VisitKinds.of(note, kind))
        .forEach((setting, why) -> {
          if (note.servedOn().isBefore(setting.since())) {
            remarks.add("The day is before " + setting.since() + ", when these levels began.");
            return;
          }
          boolean isDecision = setting.isByDecision() && !problems.isEmpty();
          ProcedureCode byDecision = isDecision ? setting.code(decision.level()) : null;
          ProcedureCode byTime =
              setting == VisitSetting.HOSPITAL_DISCHARGE
                  ? setting.code(TimeReader.dischargeMinutes(total, statements)).orElse(null)
                  : total == null ? null : setting.code(total.minutes()).orElse(null);
          if (setting.isConsultation()) remarks.add(CONSULTATION);
          if (setting == VisitSetting.HOSPITAL_DISCHARGE && total == null) remarks.add(DISCHARGE);
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
}

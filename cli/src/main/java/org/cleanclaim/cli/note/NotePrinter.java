package org.cleanclaim.cli.note;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.coding.note.CodedNote;
import org.cleanclaim.coding.procedure.CharacterChoice;
import org.cleanclaim.coding.procedure.ProcedureCandidate;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.coding.visit.DecisionMaking;
import org.cleanclaim.coding.visit.VisitElement;
import org.cleanclaim.coding.visit.VisitRange;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A coded note for people: each code with its confidence, the words that support it and where they
/// stand, and the steps that led to it.
public final class NotePrinter {
  /// More of what was not coded is for programs.
  private static final int MOST_NOT_CODED = 15;

  private static final int MOST_EVIDENCE = 3;
  private static final int LONGEST_QUOTE = 100;

  private final PrintWriter out;
  private final SourceDocument document;

  private NotePrinter(PrintWriter out, SourceDocument document) {
    this.out = out;
    this.document = document;
  }

  public static void print(CodedNote note, PrintWriter out) {
    new NotePrinter(out, note.document()).note(note);
  }

  private void note(CodedNote note) {
    out.printf(
        "%s: %s, %s, day of service %s%s%n",
        document.name(),
        document.format().inWords(),
        words(note.setting()),
        note.servedOn(),
        note.editions().isEmpty() ? "" : "; " + String.join(", ", note.editions()));
    note.findings().forEach(this::finding);
    if (!note.diagnoses().suggestions().isEmpty()) out.println("Diagnoses");
    note.diagnoses().suggestions().forEach(this::diagnosis);
    if (!note.services().suggestions().isEmpty()) out.println("Services and supplies");
    note.services().suggestions().forEach(this::service);
    if (!note.procedures().candidates().isEmpty()) out.println("Procedures, candidates");
    note.procedures().candidates().forEach(this::procedure);
    for (Evidence line : note.procedures().unresolved()) {
      out.printf("  no candidate for %s%n", where(line));
    }
    VisitWorksheet visit = note.visit();
    if (visit != null) visit(visit);
    notCoded(note.diagnoses().notCoded(), note.services().notCoded());
    out.println();
  }

  private void finding(Finding finding) {
    String place = finding.place().field();
    out.printf(
        "  %s %s%s: %s %s%n",
        finding.rule(),
        words(finding.severity()),
        place == null ? "" : " (" + place + ")",
        finding.message(),
        finding.remedy());
  }

  private void diagnosis(Suggestion found) {
    String code = Icd10Cm.written(found.code());
    out.printf("  %-9s %3d%%  %s%n", code, found.confidencePercent(), found.title());
    found.evidence().stream().limit(MOST_EVIDENCE).forEach(this::evidence);
    found.path().forEach(this::step);
    found.missingDetail().forEach(missing -> out.printf("      %s%n", missing));
  }

  private void service(ServiceSuggestion found) {
    out.printf(
        "  %-5s x %d %3d%%  %s%n",
        found.code(), found.units(), found.confidencePercent(), found.title());
    found.evidence().stream().limit(MOST_EVIDENCE).forEach(this::evidence);
    found.path().forEach(this::step);
    found.hints().forEach(hint -> out.printf("      note: %s%n", hint));
  }

  private void procedure(ProcedureCandidate found) {
    out.printf(
        "  %-9s %3d%%  %s%n",
        found.isComplete() ? found.code() : found.code() + "…",
        found.confidencePercent(),
        found.words());
    evidence(found.named());
    found.path().forEach(this::step);
    for (CharacterChoice choice : found.characters()) {
      out.printf(
          "      %d %s %s: %s, %s%n",
          choice.position(),
          choice.character(),
          choice.axis(),
          choice.meaning(),
          shortened(choice.why()));
    }
    found.undocumented().forEach(missing -> out.printf("      not documented: %s%n", missing));
  }

  private void visit(VisitWorksheet visit) {
    out.println("Visit level");
    elements("Problems", visit.decision().problems(), visit.problems());
    elements("Data", visit.decision().data(), visit.data());
    elements("Risk", visit.decision().risk(), visit.risk());
    if (!visit.problems().isEmpty()) {
      out.printf("  Decision making: %s%n", words(visit.decision().level()));
    }
    VisitElement time = visit.time();
    if (time != null) {
      out.printf("  Time: %d minutes%n", visit.minutes());
      evidence(time.evidence());
    }
    for (VisitRange range : visit.ranges()) {
      out.printf(
          "  %s:%s%s (%s)%n",
          words(range.setting()),
          range.byDecision() == null ? "" : " " + range.byDecision() + " by decision making",
          range.byTime() == null
              ? ""
              : (range.byDecision() == null ? " " : ", ") + range.byTime() + " by time",
          range.why());
    }
    visit.remarks().forEach(remark -> out.printf("  %s%n", remark));
  }

  private void elements(String title, DecisionMaking.Level level, List<VisitElement> elements) {
    out.printf("  %s: %s%n", title, elements.isEmpty() ? "none found" : words(level));
    for (VisitElement element : elements) {
      out.printf("    %s%n", element.what());
      evidence(element.evidence());
    }
  }

  private void notCoded(List<Mention> diagnoses, List<Mention> services) {
    var lines = new ArrayList<String>();
    diagnoses.forEach(each -> lines.add(notCoded(Icd10Cm.written(each.code()), each)));
    // Codes of HCPCS have no dot.
    services.forEach(each -> lines.add(notCoded(each.code(), each)));
    if (lines.isEmpty()) return;
    out.println("Found and not coded");
    lines.stream().limit(MOST_NOT_CODED).forEach(out::println);
    int more = lines.size() - MOST_NOT_CODED;
    if (more > 0) out.printf("  and %d more; --json has all%n", more);
  }

  private String notCoded(String code, Mention mention) {
    return "  %s: %s, %s".formatted(code, mention.why(), where(mention.evidence()));
  }

  private void evidence(Evidence evidence) {
    out.printf("      %s%n", where(evidence));
  }

  private String where(Evidence evidence) {
    String section = document.section(evidence.start());
    String line = "line " + document.line(evidence.start());
    String origin = document.origin(evidence.start()).inWords();
    return "%s%s%s: “%s”"
        .formatted(
            line,
            section.isEmpty() ? "" : ", " + section,
            origin.equals(line) ? "" : " [" + origin + "]",
            shortened(evidence.quote().replaceAll("\\s+", " ")));
  }

  private void step(String step) {
    out.printf("      %s%n", step);
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

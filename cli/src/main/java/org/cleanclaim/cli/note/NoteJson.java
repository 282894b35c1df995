package org.cleanclaim.cli.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.coding.note.CodedNote;
import org.cleanclaim.coding.procedure.CharacterChoice;
import org.cleanclaim.coding.procedure.ProcedureCandidate;
import org.cleanclaim.coding.source.DocumentSection;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.coding.visit.VisitElement;
import org.cleanclaim.coding.visit.VisitRange;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;

/// A coded note for programs. Each evidence has the offsets of its characters in `text`, counted in
/// UTF-16 units, its line and section there, and where in the file they came from.
public final class NoteJson {
  private final SourceDocument document;

  private NoteJson(SourceDocument document) {
    this.document = document;
  }

  /// The note as nested maps, ready for a mapper.
  public static Map<String, Object> of(CodedNote note) {
    return new NoteJson(note.document()).note(note);
  }

  private Map<String, Object> note(CodedNote note) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", document.name());
    map.put("format", document.format().name());
    map.put("setting", note.setting().name());
    map.put("servedOn", note.servedOn().toString());
    map.put("editions", note.editions());
    map.put("findings", note.findings().stream().map(NoteJson::finding).toList());
    map.put("sections", document.sections().stream().map(this::section).toList());
    map.put("diagnoses", note.diagnoses().suggestions().stream().map(this::diagnosis).toList());
    map.put("services", note.services().suggestions().stream().map(this::service).toList());
    map.put("procedures", note.procedures().candidates().stream().map(this::procedure).toList());
    map.put("unresolvedProcedures", evidence(note.procedures().unresolved()));
    VisitWorksheet visit = note.visit();
    if (visit != null) map.put("visit", visit(visit));
    var notCoded = new ArrayList<>(note.diagnoses().notCoded());
    notCoded.addAll(note.services().notCoded());
    map.put("notCoded", notCoded.stream().map(this::mention).toList());
    map.put("text", document.text());
    return map;
  }

  private static Map<String, Object> finding(Finding finding) {
    var map = new LinkedHashMap<String, Object>();
    map.put("rule", finding.rule().value());
    map.put("severity", finding.severity().name());
    map.put("place", finding.place().field() == null ? "" : finding.place().field());
    map.put("message", finding.message());
    map.put("remedy", finding.remedy());
    map.put("source", finding.source().source());
    return map;
  }

  private Map<String, Object> section(DocumentSection section) {
    var map = new LinkedHashMap<String, Object>();
    map.put("title", section.title());
    map.put("loinc", section.loinc());
    map.put("start", section.start());
    map.put("end", section.end());
    map.put("origin", document.origin(section.start()).inWords());
    return map;
  }

  private Map<String, Object> evidence(Evidence evidence) {
    var map = new LinkedHashMap<String, Object>();
    map.put("start", evidence.start());
    map.put("end", evidence.end());
    map.put("quote", evidence.quote());
    map.put("line", document.line(evidence.start()));
    map.put("section", document.section(evidence.start()));
    map.put("origin", document.origin(evidence.start()).inWords());
    return map;
  }

  private List<Map<String, Object>> evidence(List<Evidence> evidence) {
    return evidence.stream().map(this::evidence).toList();
  }

  private Map<String, Object> diagnosis(Suggestion suggestion) {
    var map = new LinkedHashMap<String, Object>();
    map.put("system", suggestion.system().name());
    map.put("code", suggestion.code());
    map.put("title", suggestion.title());
    map.put("confidencePercent", suggestion.confidencePercent());
    map.put("evidence", evidence(suggestion.evidence()));
    map.put("path", suggestion.path());
    map.put("missingDetail", suggestion.missingDetail());
    return map;
  }

  private Map<String, Object> service(ServiceSuggestion service) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", service.code());
    map.put("title", service.title());
    map.put("units", service.units());
    map.put("confidencePercent", service.confidencePercent());
    map.put("evidence", evidence(service.evidence()));
    map.put("path", service.path());
    map.put("hints", service.hints());
    return map;
  }

  private Map<String, Object> procedure(ProcedureCandidate candidate) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", candidate.code());
    map.put("isComplete", candidate.isComplete());
    map.put("confidencePercent", candidate.confidencePercent());
    map.put("evidence", evidence(candidate.named()));
    map.put("characters", candidate.characters().stream().map(this::character).toList());
    map.put("undocumented", candidate.undocumented());
    map.put("path", candidate.path());
    return map;
  }

  private Map<String, Object> character(CharacterChoice choice) {
    var map = new LinkedHashMap<String, Object>();
    map.put("position", choice.position());
    map.put("character", String.valueOf(choice.character()));
    map.put("axis", choice.axis());
    map.put("meaning", choice.meaning());
    map.put("why", choice.why());
    Evidence evidence = choice.evidence();
    if (evidence != null) map.put("evidence", evidence(evidence));
    return map;
  }

  private Map<String, Object> visit(VisitWorksheet visit) {
    var map = new LinkedHashMap<String, Object>();
    map.put("problems", elements(visit.decision().problems().name(), visit.problems()));
    map.put("data", elements(visit.decision().data().name(), visit.data()));
    map.put("risk", elements(visit.decision().risk().name(), visit.risk()));
    map.put("decisionMaking", visit.decision().level().name());
    @Nullable Integer minutes = visit.minutes();
    if (minutes != null) map.put("minutes", minutes);
    VisitElement time = visit.time();
    if (time != null) map.put("time", evidence(time.evidence()));
    map.put("kinds", visit.ranges().stream().map(NoteJson::range).toList());
    map.put("remarks", visit.remarks());
    map.put("source", VisitWorksheet.SOURCE);
    return map;
  }

  private Map<String, Object> elements(String level, List<VisitElement> elements) {
    var map = new LinkedHashMap<String, Object>();
    map.put("level", level);
    var list = new ArrayList<Map<String, Object>>();
    for (VisitElement element : elements) {
      var one = new LinkedHashMap<String, Object>();
      one.put("what", element.what());
      one.put("level", element.level().name());
      one.put("evidence", evidence(element.evidence()));
      list.add(one);
    }
    map.put("elements", list);
    return map;
  }

  private static Map<String, Object> range(VisitRange range) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", range.setting().name());
    map.put("why", range.why());
    if (range.byDecision() != null) map.put("byDecision", range.byDecision().value());
    if (range.byTime() != null) map.put("byTime", range.byTime().value());
    return map;
  }

  private Map<String, Object> mention(Mention mention) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", mention.code());
    map.put("isComplete", mention.isComplete());
    map.put("why", mention.why());
    map.put("evidence", evidence(mention.evidence()));
    return map;
  }
}

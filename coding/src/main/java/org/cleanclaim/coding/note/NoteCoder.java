package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.hcpcs.HcpcsEngine;
import org.cleanclaim.coding.hcpcs.ServiceProposal;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.coding.procedure.PcsEngine;
import org.cleanclaim.coding.procedure.ProcedureProposal;
import org.cleanclaim.coding.site.SiteProcedures;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.coding.visit.VisitReader;
import org.cleanclaim.coding.visit.VisitSetting;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Codes documents by the code sets of their days. Engines are made once for each edition. Not for
/// several threads at once.
public final class NoteCoder {
  private final CodeSets codeSets;
  private final SiteProcedures site;
  private final Map<String, CodingEngine> diagnoses = new HashMap<>();
  private final Map<String, HcpcsEngine> services = new HashMap<>();
  private final Map<String, Optional<PcsEngine>> procedures = new HashMap<>();

  private NoteCoder(CodeSets codeSets, SiteProcedures site) {
    this.codeSets = codeSets;
    this.site = site;
  }

  public static NoteCoder of(CodeSets codeSets, SiteProcedures site) {
    return new NoteCoder(codeSets, site);
  }

  /// What is known of the visit besides its document.
  ///
  /// @param servedOn decides which code lists are asked
  /// @param born null when nobody says
  /// @param kind of visit for its level; null to read it from the note
  public record Visit(
      EncounterSetting setting,
      LocalDate servedOn,
      @Nullable LocalDate born,
      Sex sex,
      @Nullable VisitSetting kind) {}

  /// What the document supports; nothing where it cannot be read or no code list is for its day.
  public CodedNote code(SourceDocument document, Visit visit) {
    var findings = new ArrayList<>(document.findings());
    LocalDate day = visit.servedOn();
    Optional<Edition> codes = codeSets.edition(CodeSystem.ICD10CM, day);
    codes.flatMap(edition -> EditionFinding.of(edition, day)).ifPresent(findings::add);
    if (codes.isEmpty()) findings.add(EditionFinding.none(CodeSystem.ICD10CM, day));
    boolean isRefused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    if (codes.isEmpty() || isRefused || !document.isCodable()) {
      return uncoded(document, visit, findings);
    }
    CodedNote uncoded = uncoded(document, visit, findings);
    return readOr(uncoded, () -> read(document, visit, codes.get(), findings));
  }

  /// A document that the program fails on holds up no other: it is left uncoded and says so.
  static CodedNote readOr(CodedNote uncoded, Supplier<CodedNote> reading) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError e) {
      String name = uncoded.document().name();
      return uncoded.with(FailedReading.unproposed(name, FailedReading.kind(e)));
    }
  }

  private static CodedNote uncoded(SourceDocument document, Visit visit, List<Finding> findings) {
    return new CodedNote(
        document,
        visit.setting(),
        visit.servedOn(),
        CodingProposal.NONE,
        new ServiceProposal(List.of(), List.of()),
        ProcedureProposal.NONE,
        null,
        List.of(),
        findings);
  }

  private CodedNote read(
      SourceDocument document, Visit visit, Edition codes, List<Finding> findings) {
    LocalDate day = visit.servedOn();
    var note =
        new Documentation(
            document.name(),
            document.text(),
            visit.setting(),
            day,
            visit.born() == null ? null : Period.between(visit.born(), day).getYears(),
            visit.sex());
    var editions = new ArrayList<String>(List.of(named(codes)));
    CodingProposal proposal =
        diagnoses.computeIfAbsent(id(codes), id -> CodingEngine.of(codeSets, day)).propose(note);
    findings.addAll(SideFinding.of(note, proposal));
    ServiceProposal done = services(note, editions, findings);
    ProcedureProposal operations = procedures(note, editions, findings);
    VisitWorksheet sheet = VisitReader.read(note, proposal, visit.kind());
    return new CodedNote(
        document, visit.setting(), day, proposal, done, operations, sheet, editions, findings);
  }

  private static String id(Edition edition) {
    return edition.system() + " " + edition.period().from();
  }

  private static String named(Edition edition) {
    return edition.system().title() + " " + edition.name();
  }

  private ServiceProposal services(
      Documentation note, List<String> editions, List<Finding> findings) {
    ServiceProposal own = site.propose(note);
    // A hospital's inpatient bill has no HCPCS (45 CFR 162.1002).
    if (note.setting() == EncounterSetting.INPATIENT) return own;
    Optional<Edition> codes = codeSets.edition(CodeSystem.HCPCS, note.servedOn());
    if (codes.isEmpty()) {
      findings.add(EditionFinding.none(CodeSystem.HCPCS, note.servedOn()));
      return own;
    }
    Optional<Finding> old = EditionFinding.of(codes.get(), note.servedOn());
    if (EditionFinding.isTooOld(codes.get(), note.servedOn())) {
      old.ifPresent(findings::add);
      return own;
    }
    editions.add(named(codes.get()));
    ServiceProposal official =
        services.computeIfAbsent(id(codes.get()), id -> HcpcsEngine.of(codes.get())).propose(note);
    // Who proposes nothing of an old list has nothing to be told about it.
    if (!official.suggestions().isEmpty()) old.ifPresent(findings::add);
    var suggestions = new ArrayList<ServiceSuggestion>(official.suggestions());
    suggestions.addAll(own.suggestions());
    var notCoded = new ArrayList<Mention>(official.notCoded());
    notCoded.addAll(own.notCoded());
    return new ServiceProposal(suggestions, notCoded);
  }

  private ProcedureProposal procedures(
      Documentation note, List<String> editions, List<Finding> findings) {
    if (note.setting() != EncounterSetting.INPATIENT) return ProcedureProposal.NONE;
    Optional<Edition> codes = codeSets.edition(CodeSystem.ICD10PCS, note.servedOn());
    Optional<PcsEngine> engine =
        codes.flatMap(
            edition -> procedures.computeIfAbsent(id(edition), id -> PcsEngine.of(edition)));
    if (codes.isEmpty() || engine.isEmpty()) {
      findings.add(EditionFinding.none(CodeSystem.ICD10PCS, note.servedOn()));
      return ProcedureProposal.NONE;
    }
    EditionFinding.of(codes.get(), note.servedOn()).ifPresent(findings::add);
    if (EditionFinding.isTooOld(codes.get(), note.servedOn())) return ProcedureProposal.NONE;
    editions.add(named(codes.get()));
    return engine.get().propose(note);
  }
}

package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.procedure.ProcedureTerms.Lead;
import org.cleanclaim.coding.statement.Statement;

/// Proposes ICD-10-PCS codes from operative text of inpatients: the main term of the Index, then
/// the characters that the table allows, each by words of the record. A candidate is whole or says
/// what is missing. Deterministic and safe for many threads.
public final class PcsEngine {
  private final Edition edition;
  private final ProcedureBuilder tables;
  private final ProcedureTerms terms;

  private PcsEngine(Edition edition, ProcedureBuilder tables, ProcedureTerms terms) {
    this.edition = edition;
    this.tables = tables;
    this.terms = terms;
  }

  /// Empty where the Index or the Tables are not installed.
  public static Optional<PcsEngine> of(Edition edition) {
    return edition
        .books()
        .procedures()
        .flatMap(tables ->
            edition
                .books()
                .index()
                .map(book -> new PcsEngine(edition, tables, new ProcedureTerms(book))));
  }

  /// Empty for outpatients, whose procedures are reported by HCPCS (45 CFR 162.1002).
  public ProcedureProposal propose(Documentation note) {
    if (note.setting() != EncounterSetting.INPATIENT) return ProcedureProposal.NONE;
    var text = new OperativeText(note);
    var candidates = new LinkedHashMap<String, ProcedureCandidate>();
    var unresolved = new ArrayList<Evidence>();
    for (Statement name : text.names()) {
      List<ProcedureCandidate> found = candidates(text, name, note);
      found.forEach(candidate -> candidates.putIfAbsent(candidate.code(), candidate));
      if (found.isEmpty() && OperativeText.namesOperation(name)) unresolved.add(text.whole(name));
    }
    return new ProcedureProposal(settled(new ArrayList<>(candidates.values())), unresolved);
  }

  private List<ProcedureCandidate> candidates(
      OperativeText text, Statement name, Documentation note) {
    List<Lead> leads = terms.leads(terms.meant(ProcedureTerms.words(name.lower())));
    List<ProcedureCandidate> found =
        new CandidateBuilder(tables, terms, text, name)
            .build(leads).stream()
                .filter(candidate ->
                    !candidate.isComplete()
                        || edition.isBillable(candidate.code(), note.servedOn()))
                .toList();
    boolean hasMore = found.stream().anyMatch(c -> c.isComplete() && !isInspection(c));
    return found.stream().filter(c -> !hasMore || !isInspection(c)).toList();
  }

  /// Looking is part of what is done there (guideline B3.11a).
  private static boolean isInspection(ProcedureCandidate candidate) {
    return candidate.characters().size() > 2
        && candidate.characters().get(2).meaning().equals("Inspection");
  }

  /// Of one line of the record, whole codes put those beginnings aside that a whole code has.
  private static List<ProcedureCandidate> settled(List<ProcedureCandidate> candidates) {
    return candidates.stream()
        .filter(one ->
            candidates.stream()
                .noneMatch(other ->
                    other.code().length() > one.code().length()
                        && other.code().startsWith(one.code())))
        .toList();
  }
}

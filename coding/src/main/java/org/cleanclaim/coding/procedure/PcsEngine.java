package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
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
  public List<ProcedureCandidate> propose(Documentation note) {
    if (note.setting() != EncounterSetting.INPATIENT) return List.of();
    var text = new OperativeText(note);
    var candidates = new LinkedHashMap<String, ProcedureCandidate>();
    for (Statement name : text.names()) {
      Set<String> said = terms.meant(ProcedureTerms.words(name.lower()));
      List<Lead> leads = terms.leads(said);
      if (leads.isEmpty()) continue;
      for (ProcedureCandidate candidate :
          new CandidateBuilder(tables, terms, text, name).build(leads)) {
        boolean isListed =
            !candidate.isComplete() || edition.isBillable(candidate.code(), note.servedOn());
        if (isListed) candidates.putIfAbsent(candidate.code(), candidate);
      }
    }
    return settled(new ArrayList<>(candidates.values()));
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

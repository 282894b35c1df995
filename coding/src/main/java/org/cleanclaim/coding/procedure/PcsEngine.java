package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  /// What is done besides looking.
  private static final Pattern MORE =
      Pattern.compile(
          "\\b(?:\\w*(?:ectomy|plasty|ostomy|pexy|rrhaphy|desis)|biops\\w+|lysis|removal|excision|resection|repair|drainage|lavage|dilation|dilatation|stent\\w*|ablation|banding|clipping|injection|evacuat\\w+|exeresis|remov\\w+|excis\\w+|resect\\w+)\\b");

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
    for (Statement line : text.names()) {
      var ofLine = new ArrayList<ProcedureCandidate>();
      for (Act act : Act.of(line)) {
        Optional<NamedOperation> named = NamedOperation.of(act, text);
        if (named.filter(NamedOperation::isIntegral).isPresent()) continue;
        List<ProcedureCandidate> found = candidates(text, act, named, note);
        ofLine.addAll(found);
        if (found.isEmpty() && text.namesOperation(act.clause())) {
          unresolved.add(text.whole(act.clause()));
        }
      }
      withoutLooking(ofLine, text.sentence(line))
          .forEach(candidate -> candidates.putIfAbsent(candidate.code(), candidate));
    }
    return new ProcedureProposal(settled(new ArrayList<>(candidates.values())), unresolved);
  }

  private List<ProcedureCandidate> candidates(
      OperativeText text, Act act, Optional<NamedOperation> named, Documentation note) {
    var found = new ArrayList<ProcedureCandidate>();
    for (Meant meant : Meanings.of(act, text, named)) {
      var builder = new CandidateBuilder(tables, terms, text, act, meant);
      found.addAll(meant.beginnings().isEmpty() ? builder.build(leads(act)) : builder.build());
    }
    return found.stream()
        .filter(candidate ->
            !candidate.isComplete() || edition.isBillable(candidate.code(), note.servedOn()))
        .toList();
  }

  private List<Lead> leads(Act act) {
    Set<String> words = ProcedureTerms.words(act.clause().lower());
    words.addAll(BodyPartWords.in(act.clause().lower()));
    return terms.leads(terms.meant(words));
  }

  /// Looking is part of what else is done there (guideline B3.11a).
  private static List<ProcedureCandidate> withoutLooking(
      List<ProcedureCandidate> found, Statement sentence) {
    boolean hasMore =
        found.stream().anyMatch(c -> c.isComplete() && !isInspection(c))
            || MORE.matcher(sentence.lower()).find();
    return found.stream().filter(c -> !hasMore || !isInspection(c)).toList();
  }

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

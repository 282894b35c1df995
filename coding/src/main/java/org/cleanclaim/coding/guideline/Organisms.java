package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Staphylococcus aureus named with the infection that it causes: the infection and the organism
/// behind it (B95.61, B95.62), not an infection of unspecified site (Official Guidelines I.B.7,
/// I.C.1.e.1.b), where a note at the infection asks for the organism.
public final class Organisms {
  private static final Map<String, String> AS_CAUSE = Map.of("A4901", "B9561", "A4902", "B9562");

  private final Edition codes;

  public Organisms(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions, each organism as the cause of the infection that is told in its sentence.
  public List<Suggestion> settle(ReadNote note, List<Suggestion> suggestions) {
    var settled = new ArrayList<Suggestion>();
    for (Suggestion made : suggestions) {
      settled.add(asCause(note, made, suggestions).orElse(made));
    }
    return List.copyOf(settled);
  }

  private Optional<Suggestion> asCause(ReadNote note, Suggestion made, List<Suggestion> all) {
    String cause = AS_CAUSE.get(made.code());
    if (cause == null) return Optional.empty();
    Optional<CodeEntry> organism = codes.find(cause).filter(CodeEntry::billable);
    Optional<Suggestion> infection =
        all.stream()
            .filter(other -> isAskedFor(other.code(), cause) && areToldTogether(note, made, other))
            .findFirst();
    if (organism.isEmpty() || infection.isEmpty()) return Optional.empty();
    var path = new ArrayList<String>(made.path());
    path.add(
        "the organism behind %s, whose note asks for it (I.C.1.e.1.b)"
            .formatted(Icd10Cm.written(infection.get().code())));
    return Optional.of(
        new Suggestion(
            CodeSystem.ICD10CM,
            cause,
            organism.get().title(),
            made.confidencePercent(),
            made.evidence(),
            path,
            List.of()));
  }

  private boolean isAskedFor(String infection, String organism) {
    return codes.books().notes().stream()
        .flatMap(all -> all.of(infection, Note.Kind.USE_ADDITIONAL).stream())
        .anyMatch(inherited -> inherited.note().names(organism));
  }

  private static boolean areToldTogether(ReadNote note, Suggestion one, Suggestion other) {
    return note.sentences().stream().anyMatch(s -> holds(s, one) && holds(s, other));
  }

  private static boolean holds(ReadSentence sentence, Suggestion made) {
    return made.evidence().stream()
        .anyMatch(
            e -> e.start() >= sentence.sentence().start() && e.end() <= sentence.sentence().end());
  }
}

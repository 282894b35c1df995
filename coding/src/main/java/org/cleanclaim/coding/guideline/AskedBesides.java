package org.cleanclaim.coding.guideline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.publication.TabularList.Level;

/// What the notes at a code ask for besides it: `use additional code` and `code also` (Official
/// Guidelines I.A.17, I.B.7).
public final class AskedBesides {
  private static final Note DEMENTIA =
      new Note(Note.Kind.USE_ADDITIONAL, "dementia, in all its degrees", List.of("F02-"));

  /// Notes that name no codes, or fewer than there are by now: the infection of J44.0, the degrees
  /// of dementia in Alzheimer's disease.
  private static final Map<String, Note> IN_WORDS =
      Map.of(
          "G300",
          DEMENTIA,
          "G301",
          DEMENTIA,
          "G308",
          DEMENTIA,
          "G309",
          DEMENTIA,
          "J440",
          new Note(
              Note.Kind.CODE_ALSO,
              "the infection; Excludes2 lets the exacerbation stand besides",
              List.of("J12-J18", "J20-J22", "J441")),
          "J441",
          new Note(
              Note.Kind.CODE_ALSO,
              "Excludes2 lets the lower respiratory infection stand besides",
              List.of("J440")));

  private final Edition edition;
  private final Map<String, List<Note>> known = new ConcurrentHashMap<>();

  public AskedBesides(Edition edition) {
    this.edition = edition;
  }

  /// What a code becomes behind another one: dementia is dementia in diseases classified elsewhere.
  public static String standingBehind(String code) {
    if (code.startsWith("F039")) return "F028" + code.substring(4);
    return code.startsWith("F03") ? "F02" + code.substring(3) : code;
  }

  /// The notes at a code and above it, not those of sections and chapters, that name codes.
  public List<Note> notes(String code) {
    return known.computeIfAbsent(code, this::read);
  }

  private List<Note> read(String code) {
    Note inWords = IN_WORDS.get(code);
    if (inWords != null) return List.of(inWords);
    return edition.books().notes().stream()
        .flatMap(all -> all.of(code, Note.Kind.USE_ADDITIONAL, Note.Kind.CODE_ALSO).stream())
        .filter(inherited -> inherited.entry().level() == Level.CODE)
        .map(Inherited::note)
        .filter(note -> !note.codes().isEmpty())
        .toList();
  }
}

package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.kernel.code.CodeSystem;

/// The small selection of codes that is shipped, so that the program does something before official
/// files are installed.
public final class StarterPublications {
  /// The starter tables serve days of service from here on.
  public static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  /// The first days of the lists that the codes are taken from: of FY2026, of HCPCS of July 2024.
  private static final Map<CodeSystem, LocalDate> TAKEN_FROM =
      Map.of(
          CodeSystem.ICD10CM, LocalDate.of(2025, 10, 1),
          CodeSystem.ICD10PCS, LocalDate.of(2025, 10, 1),
          CodeSystem.HCPCS, LocalDate.of(2024, 7, 1));

  private static final Map<PublicationKind, Supplier<Content>> TABLES = tables();

  private StarterPublications() {}

  private static Map<PublicationKind, Supplier<Content>> tables() {
    var tables = new EnumMap<PublicationKind, Supplier<Content>>(PublicationKind.class);
    tables.put(PublicationKind.ICD10CM_CODES, codes("icd10cm.tsv"));
    tables.put(PublicationKind.ICD10CM_TABULAR, StarterPublications::tabular);
    tables.put(PublicationKind.ICD10CM_INDEX, StarterPublications::index);
    tables.put(PublicationKind.ICD10PCS_CODES, codes("icd10pcs.tsv"));
    tables.put(PublicationKind.HCPCS_CODES, codes("hcpcs.tsv"));
    tables.put(PublicationKind.MODIFIERS, codes("modifiers.tsv"));
    tables.put(PublicationKind.PLACES_OF_SERVICE, codes("place_of_service.tsv"));
    tables.put(PublicationKind.CARCS, codes("carc.tsv"));
    tables.put(PublicationKind.RARCS, codes("rarc.tsv"));
    return tables;
  }

  private static Supplier<Content> codes(String name) {
    return () -> StarterTable.named(name).codes();
  }

  /// The kinds of which there is a starter table.
  public static Set<PublicationKind> kinds() {
    return TABLES.keySet();
  }

  /// The first day of the list that the codes of a system are taken from, which is no longer the
  /// one in force when its own time is over; the first day of service for the others.
  public static LocalDate takenFrom(CodeSystem system) {
    return TAKEN_FROM.getOrDefault(system, FROM);
  }

  /// The starter table of a kind, read anew.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Publication of(PublicationKind kind) {
    Supplier<Content> table = TABLES.get(kind);
    if (table == null) throw new IllegalArgumentException("no starter table of " + kind);
    return new Publication(
        kind,
        "starter",
        FROM,
        "Starter set: a selection, not the whole code system",
        true,
        table.get());
  }

  /// All diagnoses as entries, so that each finds the notes of the headings above it.
  private static TabularList tabular() {
    CodeList diagnoses = StarterTable.named("icd10cm.tsv").codes();
    Map<String, List<Note>> notes = new HashMap<>();
    for (Row row : StarterTable.named("icd10cm_notes.tsv").rows()) {
      List<String> codes = row.cell(2).isEmpty() ? List.of() : List.of(row.cell(2).split(" "));
      notes
          .computeIfAbsent(row.cell(0), code -> new ArrayList<>())
          .add(new Note(Note.Kind.valueOf(row.cell(1)), row.cell(3), codes));
    }
    return new TabularList(
        diagnoses.rows().stream()
            .map(code ->
                new TabularList.Entry(
                    TabularList.Level.CODE,
                    code.code(),
                    code.title(),
                    code.parent(),
                    notes.getOrDefault(code.code(), List.of()),
                    List.of(),
                    false))
            .toList());
  }

  private static AlphabeticIndex index() {
    return new AlphabeticIndex(
        StarterTable.named("icd10cm_index.tsv").rows().stream()
            .map(row ->
                new AlphabeticIndex.Term(
                    0, row.cell(0), "", List.of(row.cell(1)), List.of(), List.of()))
            .toList());
  }
}

package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;

/// The small selection of codes that is shipped, so that the program does something before official
/// files are installed.
public final class StarterPublications {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  private StarterPublications() {}

  /// Every starter table.
  public static List<Publication> all() {
    CodeList diagnoses = StarterTable.named("icd10cm.tsv").codes();
    return List.of(
        starter(PublicationKind.ICD10CM_CODES, diagnoses),
        starter(PublicationKind.ICD10CM_TABULAR, tabular(diagnoses)),
        starter(PublicationKind.ICD10CM_INDEX, index()),
        starter(PublicationKind.ICD10PCS_CODES, StarterTable.named("icd10pcs.tsv").codes()),
        starter(PublicationKind.HCPCS_CODES, StarterTable.named("hcpcs.tsv").codes()),
        starter(PublicationKind.MODIFIERS, StarterTable.named("modifiers.tsv").codes()),
        starter(
            PublicationKind.PLACES_OF_SERVICE, StarterTable.named("place_of_service.tsv").codes()),
        starter(PublicationKind.CARCS, StarterTable.named("carc.tsv").codes()),
        starter(PublicationKind.RARCS, StarterTable.named("rarc.tsv").codes()));
  }

  private static Publication starter(PublicationKind kind, Content content) {
    return new Publication(
        kind,
        "starter",
        FROM,
        "Starter set: a selection, not the whole code system",
        true,
        content);
  }

  /// All diagnoses as entries, so that each finds the notes of the headings above it.
  private static TabularList tabular(CodeList diagnoses) {
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

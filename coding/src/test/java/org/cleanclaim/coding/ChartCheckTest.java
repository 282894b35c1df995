package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.junit.jupiter.api.Test;

class ChartCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  @Test
  void unknownIncompleteAndExcludedCodesAreFound() {
    assertThat(rules("E119", "O244")).containsExactly("CHART-EXCLUDES1", "CHART-CODE-UNKNOWN");
    assertThat(rules("E11")).containsExactly("CHART-CODE-INCOMPLETE");
    assertThat(rules("E119")).isEmpty();
  }

  private static List<String> rules(String... codes) {
    var note = new Note(Note.Kind.EXCLUDES1, "gestational diabetes", List.of("O24-"));
    var list =
        new CodeList(
            List.of(
                new CodeList.Row("E11", "Type 2 diabetes", "", false, null, null, Map.of()),
                new CodeList.Row("E119", "Uncomplicated", "", true, null, null, Map.of())));
    var tabular =
        new TabularList(
            List.of(
                new TabularList.Entry(
                    TabularList.Level.CODE,
                    "E11",
                    "Type 2 diabetes",
                    null,
                    List.of(note),
                    List.of(),
                    false)));
    var listed = List.of(codes).stream().map(Icd10Cm::new).toList();
    return ChartCheck.check(listed, DAY, codeSets(list, tabular)).stream()
        .map(f -> f.rule().value())
        .toList();
  }

  private static CodeSets codeSets(CodeList list, TabularList tabular) {
    return CodeSets.of(
        List.of(
            publication(PublicationKind.ICD10CM_CODES, list),
            publication(PublicationKind.ICD10CM_TABULAR, tabular)));
  }

  private static InstalledPublication publication(PublicationKind kind, Content content) {
    return InstalledPublication.of(
        new Publication(kind, "t", LocalDate.of(2025, 10, 1), "t", true, content));
  }
}

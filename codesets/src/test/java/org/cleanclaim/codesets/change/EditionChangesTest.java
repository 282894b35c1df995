package org.cleanclaim.codesets.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

class EditionChangesTest {
  private static final LocalDate OLD = LocalDate.of(2024, 10, 1);
  private static final LocalDate NEW = LocalDate.of(2025, 10, 1);

  private static CodeList.Row row(String code, boolean isBillable, String title) {
    return new CodeList.Row(code, title, "", isBillable, null, null, Map.of());
  }

  private static InstalledPublication publication(
      PublicationKind kind, LocalDate from, Content content) {
    return InstalledPublication.of(
        new Publication(kind, "FY" + (from.getYear() + 1), from, "test", false, content));
  }

  private static EditionChanges changes() {
    var before =
        new CodeList(
            List.of(
                row("A00", false, "a"),
                row("A000", true, "kept"),
                row("A001", true, "gains children"),
                row("A002", true, "goes"),
                row("A003", true, "old words"),
                row("A004", false, "was a heading")));
    var after =
        new CodeList(
            List.of(
                row("A00", false, "a"),
                row("A000", true, "kept"),
                row("A001", false, "gains children"),
                row("A0011", true, "child"),
                row("A003", true, "new words"),
                row("A004", true, "was a heading"),
                row("A009", true, "new")));
    var conversions =
        new Crosswalk(
            List.of(
                new Crosswalk.Link("A002", "A009", NEW, ""),
                new Crosswalk.Link("A000", "A009", OLD, "")));
    var codeSets =
        CodeSets.of(
            List.of(
                publication(PublicationKind.ICD10CM_CODES, OLD, before),
                publication(PublicationKind.ICD10CM_CODES, NEW, after),
                publication(PublicationKind.ICD10CM_CONVERSIONS, NEW, conversions)));
    return EditionChanges.between(
        codeSets.edition(CodeSystem.ICD10CM, OLD).orElseThrow(),
        codeSets.edition(CodeSystem.ICD10CM, NEW).orElseThrow());
  }

  @Test
  void namesWhatIsNewGoneDividedAndReworded() {
    assertThat(changes().effectiveFrom()).isEqualTo(NEW);
    assertThat(changes().changes())
        .containsExactly(
            new CodeChange(
                CodeChange.Kind.GAINED_CHILDREN,
                "A001",
                "gains children",
                "gains children",
                List.of("A0011")),
            new CodeChange(CodeChange.Kind.ADDED, "A0011", "", "child", List.of()),
            new CodeChange(CodeChange.Kind.DELETED, "A002", "goes", "", List.of("A009")),
            new CodeChange(CodeChange.Kind.RETITLED, "A003", "old words", "new words", List.of()),
            new CodeChange(
                CodeChange.Kind.BECAME_BILLABLE,
                "A004",
                "was a heading",
                "was a heading",
                List.of()),
            new CodeChange(CodeChange.Kind.ADDED, "A009", "", "new", List.of()));
  }

  @Test
  void theRadarFindsWhatBreaks() {
    var uses =
        List.of(
            new CodeUse(CodeSystem.ICD10CM, "A000", "a favourite"),
            new CodeUse(CodeSystem.ICD10CM, "A001", "a rule"),
            new CodeUse(CodeSystem.HCPCS, "A002", "a fee of another system"),
            new CodeUse(CodeSystem.ICD10CM, "A002", "an open chart"),
            new CodeUse(CodeSystem.ICD10CM, "A003", "a reworded one"));

    assertThat(Radar.breaks(changes(), uses))
        .extracting(b -> b.use().where())
        .containsExactly("a rule", "an open chart");
  }
}

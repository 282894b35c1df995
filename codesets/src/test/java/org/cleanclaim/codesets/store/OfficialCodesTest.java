package org.cleanclaim.codesets.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.change.ChangedList;
import org.cleanclaim.codesets.change.CodeChange;
import org.cleanclaim.codesets.change.EditionChanges;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The publishers' own files, installed as a user does it.
@NullUnmarked
class OfficialCodesTest {
  private static final LocalDate IN_FY2025 = LocalDate.of(2025, 3, 1);
  private static final LocalDate IN_FY2026 = LocalDate.of(2026, 3, 1);

  @TempDir static Path folder;
  private static Path data;
  private static InstallReport report;
  private static CodeSets codeSets;

  @BeforeAll
  static void install() throws IOException {
    String root = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(
        root != null, "CLEANCLAIM_DATA is not set: no official files to install");
    data = Path.of(root, "data");
    var files = new java.util.ArrayList<org.cleanclaim.codesets.SourceFile>();
    for (String name :
        List.of(
            "icd10cm/2021/icd10cm_tabular_2021.xml.gz",
            "icd10cm/2025/icd10cm_order_2025.txt.gz",
            "icd10cm/2025/derived_ICD10CM_2025_Index.csv.gz",
            "icd10cm/2025/icd-10-cm-tabular-2025_ch2.xml.gz",
            "icd10cm/2025/icd-10-cm-neoplasm-2025.xml.gz",
            "icd10cm/2026",
            "icd10pcs",
            "hcpcs",
            "claim_codes",
            "taxonomy",
            "gems")) {
      files.addAll(SourceFiles.at(data.resolve(name), folder));
    }
    var store = CodeStore.at(folder.resolve("codesets"));
    report = store.install(files, null, InstallProgress.silent());
    codeSets = store.open();
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void countsAreThePublished() {
    assertThat(label(PublicationKind.ICD10CM_CODES, "FY2025").rows()).isEqualTo(97_584);
    assertThat(label(PublicationKind.ICD10CM_CODES, "FY2025").billable()).isEqualTo(74_260);
    assertThat(label(PublicationKind.ICD10CM_CODES, "FY2026").rows()).isEqualTo(98_186);
    assertThat(label(PublicationKind.ICD10CM_CODES, "FY2026").billable()).isEqualTo(74_719);
    assertThat(label(PublicationKind.ICD10PCS_CODES, "FY2025").billable()).isEqualTo(78_948);
    assertThat(label(PublicationKind.ICD10PCS_CODES, "FY2026").billable()).isEqualTo(79_115);
    assertThat(label(PublicationKind.ICD10CM_POA_EXEMPT, "FY2026").rows()).isEqualTo(38_349);
    assertThat(label(PublicationKind.TAXONOMY, "24.0").rows()).isEqualTo(874);
    assertThat(label(PublicationKind.ICD10CM_TO_ICD9, "2018").rows()).isEqualTo(78_838);
    var edition = codeSets.edition(CodeSystem.ICD10CM, IN_FY2026).orElseThrow();
    assertThat(edition.codes().billableCount()).isEqualTo(74_719);
  }

  @Test
  void everyFileIsTakenOrPassedOverWithAReason() {
    assertThat(report.outcomes())
        .filteredOn(InstallReport.Refused.class::isInstance)
        .as("refused")
        .isEmpty();
  }

  @Test
  void theAddendaOfTheYearGiveTheNextListExactly() throws IOException {
    var changes =
        (ReadResult.Changes)
            PublisherFiles.read(
                SourceFiles.at(
                        data.resolve("icd10cm/2026/icd10cm_order_addenda_2026.txt.gz"), folder)
                    .getFirst(),
                null);
    var old = codeSets.edition(CodeSystem.ICD10CM, IN_FY2025).orElseThrow();
    var now = codeSets.edition(CodeSystem.ICD10CM, IN_FY2026).orElseThrow();

    var changed = ChangedList.of(new CodeList(old.codes().rows()), changes.changes());

    // The addenda do not say where in the book a new code stands, so the order is not compared.
    CodeList list = ((ChangedList.Result.Changed) changed).list();
    assertThat(list.size()).isEqualTo(98_186);
    assertThat(ChangedList.differences(list, new CodeList(now.codes().rows()))).isZero();
  }

  @Test
  void theRadarCountsWhatTheAddendaCount() {
    var changes =
        EditionChanges.between(
            codeSets.edition(CodeSystem.ICD10CM, IN_FY2025).orElseThrow(),
            codeSets.edition(CodeSystem.ICD10CM, IN_FY2026).orElseThrow());
    assertThat(changes.effectiveFrom()).isEqualTo(LocalDate.of(2025, 10, 1));
    long billableBefore = 74_260;
    long lost =
        count(changes, CodeChange.Kind.DELETED) + count(changes, CodeChange.Kind.GAINED_CHILDREN);
    assertThat(lost).isEqualTo(28);
    assertThat(billableBefore - lost + 487).isEqualTo(74_719);
    assertThat(changes.changes())
        .filteredOn(c -> c.code().equals("B880"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.kind()).isEqualTo(CodeChange.Kind.GAINED_CHILDREN);
          assertThat(change.replacements()).contains("B8801", "B8809");
        });
  }

  @Test
  void aCardHoldsWhatTheBooksSay() {
    CodeCard card = CodeCard.of(codeSets, CodeSystem.ICD10CM, "S52501A", IN_FY2026).orElseThrow();
    assertThat(card.entry().billable()).isTrue();
    assertThat(card.above()).extracting(r -> r.id()).contains("S52501", "S525", "S52", "19");
    assertThat(card.sides()).extracting(r -> r.id()).contains("S52501A", "S52502A", "S52509A");
    assertThat(card.encounters()).extracting(r -> r.id()).contains("S52501D", "S52501S");
    assertThat(card.seventh().orElseThrow().characters())
        .extracting(c -> c.character())
        .contains('A', 'S');
    assertThat(card.notes()).extracting(i -> i.entry().id()).contains("S52");
    assertThat(card.history())
        .extracting(CodeCard.Span::edition)
        .containsExactly("FY2025", "FY2026");
    CodeCard diabetes = CodeCard.of(codeSets, CodeSystem.ICD10CM, "E1142", IN_FY2026).orElseThrow();
    assertThat(diabetes.terms())
        .extracting(CodeCard.Line::path)
        .anyMatch(p -> p.contains("polyneuropathy"));
    assertThat(diabetes.icd9()).isNotEmpty();
    assertThat(diabetes.poaExempt()).contains(false);
    assertThat(CodeCard.of(codeSets, CodeSystem.ICD10CM, "B8801", IN_FY2025)).isEmpty();
  }

  @Test
  void chaptersOfANewerBookLeaveTheOthersInForce() {
    var book =
        codeSets
            .edition(CodeSystem.ICD10CM, IN_FY2026)
            .orElseThrow()
            .books()
            .tabular()
            .orElseThrow();
    assertThat(book.chapters()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(book.code("C4A")).isPresent();
    assertThat(book.code("S52")).isPresent();
  }

  @Test
  void theDayPicksTheEdition() {
    Optional<CodeEntry> before = codeSets.find(CodeSystem.ICD10CM, "B880", IN_FY2025);
    Optional<CodeEntry> after = codeSets.find(CodeSystem.ICD10CM, "B880", IN_FY2026);
    assertThat(before.orElseThrow().billable()).isTrue();
    assertThat(after.orElseThrow().billable()).isFalse();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B8801", IN_FY2026)).isTrue();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B8801", IN_FY2025)).isFalse();
  }

  private static long count(EditionChanges changes, CodeChange.Kind kind) {
    return changes.changes().stream().filter(c -> c.kind() == kind).count();
  }

  private static Label label(PublicationKind kind, String edition) {
    return codeSets.publications().stream()
        .map(p -> p.label())
        .filter(l -> l.kind() == kind && l.edition().equals(edition))
        .findFirst()
        .orElseThrow();
  }
}

package org.cleanclaim.codesets.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class CodeStoreTest {
  private static final LocalDate IN_2025 = LocalDate.of(2025, 3, 1);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 3, 1);
  private static final SourceFile FY2025 =
      OrderFiles.of("icd10cm_order_2025.txt", "#B88", "B880", "B881");
  private static final SourceFile FY2026 =
      OrderFiles.of("icd10cm_order_2026.txt", "#B88", "#B880", "B8801", "B8809", "B881");

  @TempDir Path folder;

  private InstallReport install(SourceFile... files) throws IOException {
    return store().install(List.of(files), null, InstallProgress.silent());
  }

  private CodeStore store() {
    return CodeStore.at(folder.resolve("codesets"));
  }

  @Test
  void editionsLiveSideBySideAndTheDayPicks() throws IOException {
    assertThat(install(FY2025, FY2026).isClean()).isTrue();

    var codeSets = store().open();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B880", IN_2025)).isTrue();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B880", IN_2026)).isFalse();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B8801", IN_2026)).isTrue();
    assertThat(codeSets.find(CodeSystem.ICD10CM, "B8801", IN_2025)).isEmpty();
    assertThat(codeSets.find(CodeSystem.ICD10CM, "B881", IN_2025).orElseThrow().period().until())
        .isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(codeSets.search(CodeQuery.of(CodeSystem.ICD10CM, "B8801", IN_2026, 1)))
        .singleElement()
        .satisfies(hit -> assertThat(hit.entry().title()).isEqualTo("Title of B8801"));
  }

  @Test
  void aTableOfSeveralFilesGrowsAndForgetsNothing() throws IOException {
    String heading = "Column 1\tColumn 2\t\tEffective Date\tDeletion Date\tModifier\tRationale\n";
    var first = OrderFiles.file("ccipra-v302r0-f1.txt", heading + "10060\t11055\t\t\t*\t1\tx\n");
    var second = OrderFiles.file("ccipra-v302r0-f2.txt", heading + "20610\t99213\t\t\t*\t1\tx\n");
    assertThat(install(first).isClean()).isTrue();
    assertThat(install(second).outcomes()).hasOnlyElementsOfType(InstallReport.Installed.class);
    assertThat(install(first, second).outcomes())
        .hasOnlyElementsOfType(InstallReport.Unchanged.class);

    var pairs =
        store()
            .open()
            .rules(PublicationKind.PTP_PRACTITIONER, LocalDate.of(2024, 8, 1))
            .orElseThrow()
            .content(CodePairs.class);
    assertThat(pairs.size()).isEqualTo(2);
    assertThat(store().open().rules(PublicationKind.PTP_PRACTITIONER, LocalDate.of(2024, 6, 30)))
        .isEmpty();
    assertThat(store().verify()).isEmpty();
  }

  @Test
  void whatIsNotInstalledIsServedByTheStarterSet() throws IOException {
    install(FY2026);
    var codeSets = store().open();
    assertThat(codeSets.edition(CodeSystem.ICD10CM, IN_2026).orElseThrow().starter()).isFalse();
    assertThat(codeSets.edition(CodeSystem.ICD10CM, IN_2025).orElseThrow().starter()).isTrue();
    assertThat(codeSets.edition(CodeSystem.ICD10PCS, IN_2026).orElseThrow().starter()).isTrue();
  }

  @Test
  void aMidYearFileLeavesTheOtherSystemAsItIs() throws IOException {
    var procedures = OrderFiles.of("icd10pcs_order_2026.txt", "#0DB", "0DB60ZZ");
    install(FY2026, procedures);
    var april = OrderFiles.of("icd10cm-order-April-1-2026.txt", "#B88", "B880", "B882");
    install(april);

    var codeSets = store().open();
    var before = LocalDate.of(2026, 3, 31);
    var after = LocalDate.of(2026, 4, 1);
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B882", before)).isFalse();
    assertThat(codeSets.isBillable(CodeSystem.ICD10CM, "B882", after)).isTrue();
    assertThat(codeSets.isBillable(CodeSystem.ICD10PCS, "0DB60ZZ", after)).isTrue();
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    install(FY2026);
    byte[] catalog = Files.readAllBytes(folder.resolve("codesets/installed.tsv"));
    var again = install(FY2026);
    assertThat(again.outcomes()).singleElement().isInstanceOf(InstallReport.Unchanged.class);
    assertThat(again.isClean()).isTrue();
    assertThat(Files.readAllBytes(folder.resolve("codesets/installed.tsv"))).isEqualTo(catalog);
  }

  @Test
  void aDamagedFileIsRefusedWholeAndTheOthersGoIn() throws IOException {
    var lines = OrderFiles.of("x", "#B88", "B880", "B881");
    String text =
        new String(lines.open().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    var damaged = OrderFiles.file("icd10cm_order_2025.txt", text.substring(0, text.length() - 60));

    var report = install(damaged, FY2026);

    assertThat(report.isClean()).isFalse();
    assertThat(report.outcomes().getFirst())
        .isInstanceOfSatisfying(
            InstallReport.Refused.class, refused -> assertThat(refused.line()).isEqualTo(3));
    assertThat(store().labels())
        .singleElement()
        .satisfies(l -> assertThat(l.edition()).isEqualTo("FY2026"));
  }

  @Test
  void anInterruptedInstallLeavesTheOldState() throws IOException {
    install(FY2025);
    byte[] catalog = Files.readAllBytes(folder.resolve("codesets/installed.tsv"));
    InstallProgress interrupting =
        (step, done, of) -> {
          if (step.startsWith("Indexing")) throw new IllegalStateException("power failure");
        };

    assertThatThrownBy(() -> store().install(List.of(FY2026), null, interrupting))
        .hasMessage("power failure");

    assertThat(Files.readAllBytes(folder.resolve("codesets/installed.tsv"))).isEqualTo(catalog);
    assertThat(store().open().isBillable(CodeSystem.ICD10CM, "B880", IN_2025)).isTrue();
    assertThat(store().verify()).isEmpty();
    install(FY2026);
    assertThat(store().open().isBillable(CodeSystem.ICD10CM, "B8801", IN_2026)).isTrue();
    assertThat(store().verify()).isEmpty();
  }

  @Test
  void twoInstallsAtOnceTakeTurns() throws IOException {
    install(FY2025);
    try (var other = FileChannel.open(folder.resolve("codesets/lock"), StandardOpenOption.WRITE);
        var _ = other.lock()) {
      assertThatThrownBy(() -> install(FY2026)).isInstanceOf(StoreBusyException.class);
    }
    assertThat(install(FY2026).isClean()).isTrue();
  }

  @Test
  void changesMakeTheNewListOrAgreeWithIt() throws IOException {
    String changes =
        """
        Delete:      1 B880    Short of B880                                                Title of B880
        Add:         0 B880    Short of B880                                                Title of B880
        Add:         1 B8801   Short of B8801                                               Title of B8801
        Add:         1 B8809   Short of B8809                                               Title of B8809

        Headers
              1 headers in icd10cm_order_2025.txt
              2 headers in icd10cm_order_2026.txt
              1 additions
              0 deletions
              0 revisions

        Codes
              2 codes in icd10cm_order_2025.txt
              3 codes in icd10cm_order_2026.txt
              2 additions
              1 deletions
              0 revisions
        """;
    var addenda = OrderFiles.file("icd10cm_order_addenda_2026.txt", changes);

    assertThat(install(addenda).outcomes())
        .singleElement()
        .isInstanceOf(InstallReport.PassedOver.class);
    install(FY2025);
    install(addenda);
    assertThat(store().open().isBillable(CodeSystem.ICD10CM, "B8801", IN_2026)).isTrue();
    store().remove(PublicationKind.ICD10CM_CODES, LocalDate.of(2025, 10, 1));
    assertThat(store().open().isBillable(CodeSystem.ICD10CM, "B8801", IN_2026)).isFalse();
    install(FY2026);
    assertThat(install(addenda).outcomes())
        .singleElement()
        .isInstanceOf(InstallReport.Unchanged.class);
  }

  @Test
  void damageOfWhatIsInstalledIsNamed() throws IOException {
    install(FY2026);
    try (var tables = Files.list(folder.resolve("codesets/tables"))) {
      Path table = tables.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(table);
      bytes[bytes.length - 1] ^= 1;
      Files.write(table, bytes);
    }
    assertThat(store().verify())
        .singleElement()
        .satisfies(fault -> assertThat(fault.reason()).contains("changed or damaged"));
  }

  @Test
  void tablesOfAnotherVersionAreSaidToBeThat() throws IOException {
    install(FY2026);
    Path catalog = folder.resolve("codesets/installed.tsv");
    Files.writeString(catalog, Files.readString(catalog).replace("format 1", "format 0"));
    assertThatThrownBy(() -> store().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another version")
        .hasMessageContaining("originals");
  }

  @Test
  void aKindOfTableThatANewerVersionInstalledIsNamed() throws IOException {
    install(FY2026);
    Path catalog = folder.resolve("codesets/installed.tsv");
    Files.writeString(catalog, Files.readString(catalog).replace("\tICD10CM_CODES\t", "\tSTARS\t"));
    assertThatThrownBy(() -> store().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("kind STARS");
  }

  @Test
  void removingWhatIsNotThereIsSaid() throws IOException {
    install(FY2026);
    assertThat(store().remove(PublicationKind.ICD10CM_CODES, IN_2025)).isFalse();
    assertThat(store().remove(PublicationKind.ICD10CM_CODES, LocalDate.of(2025, 10, 1))).isTrue();
    assertThat(store().labels()).isEmpty();
    assertThat(folder.resolve("codesets/tables")).isEmptyDirectory();
    assertThat(folder.resolve("codesets/search")).isEmptyDirectory();
  }

  @Test
  void foldersAndArchivesStandForTheirFiles() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files/deeper"));
    Path archive = files.resolve("2026.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("a/b/icd10cm_order_2026.txt"));
      FY2026.open().transferTo(zip);
      zip.putNextEntry(new ZipEntry("read me.pdf"));
      zip.write(new byte[] {1, 2, 3});
    }
    Path spool = Files.createDirectory(folder.resolve("spool"));

    var found = SourceFiles.at(folder.resolve("files"), spool);

    assertThat(found)
        .extracting(SourceFile::name)
        .containsExactly("icd10cm_order_2026.txt", "read me.pdf");
    var report = store().install(found, null, InstallProgress.silent());
    assertThat(report.outcomes().get(0)).isInstanceOf(InstallReport.Installed.class);
    assertThat(report.outcomes().get(1)).isInstanceOf(InstallReport.PassedOver.class);
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 3));
    assertThatThrownBy(() -> SourceFiles.at(archive, spool)).isInstanceOf(IOException.class);
  }

  @Test
  void theStateOfADaySaysWhatToDo() throws IOException {
    install(FY2026);
    var now = CodeStatus.of(store().open(), IN_2026);
    var nextYear = CodeStatus.of(store().open(), LocalDate.of(2026, 10, 1));
    assertThat(state(now, CodeSystem.ICD10CM)).isEqualTo(CodeStatus.State.CURRENT);
    assertThat(state(nextYear, CodeSystem.ICD10CM)).isEqualTo(CodeStatus.State.OUT_OF_DATE);
    assertThat(state(now, CodeSystem.ICD10PCS)).isEqualTo(CodeStatus.State.STARTER_ONLY);
    assertThat(state(now, CodeSystem.CPT)).isEqualTo(CodeStatus.State.MISSING);
  }

  private static CodeStatus.State state(List<CodeStatus> states, CodeSystem system) {
    return states.stream().filter(s -> s.system() == system).findFirst().orElseThrow().state();
  }
}

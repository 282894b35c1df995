package org.cleanclaim.coding.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

/// Operative notes against the official Index and Tables: `operative_notes.txt` has notes of the
/// operations that hospitals do most, each with its codes.
class OperativeNotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  private record Official(Path path) implements SourceFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  @Test
  void everyNoteHasItsCodes() throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(data != null, "CLEANCLAIM_DATA names no folder of publishers' files");
    PcsEngine engine = engine(Path.of(data, "data", "icd10pcs"));

    var softly = new SoftAssertions();
    for (String entry : notes().split("(?m)^> ?")) {
      if (entry.startsWith("#")) continue;
      int line = entry.indexOf('\n');
      List<String> codes =
          Arrays.stream(entry.substring(0, line).split(" ")).filter(c -> !c.isBlank()).toList();
      ProcedureProposal proposal = engine.propose(note(entry.substring(line + 1)));
      var found =
          new ArrayList<>(proposal.candidates().stream().map(ProcedureCandidate::code).toList());
      proposal.unresolved().forEach(name -> found.add("?"));
      softly.assertThat(found).as(entry).containsExactlyInAnyOrderElementsOf(codes);
    }
    softly.assertAll();
  }

  private static String notes() throws IOException {
    try (var in =
        Objects.requireNonNull(
            OperativeNotesTest.class.getResourceAsStream("operative_notes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Documentation note(String text) {
    return new Documentation("d", text, EncounterSetting.INPATIENT, DAY, 50, Sex.FEMALE);
  }

  private static PcsEngine engine(Path folder) throws IOException {
    var publications = new ArrayList<InstalledPublication>();
    for (String file :
        List.of(
            "2025/icd10pcs_index_2025.xml.gz",
            "2025/icd10pcs_tables_2025.xml.gz",
            "2026/icd10pcs_order_2026.txt.gz")) {
      ReadResult result = PublisherFiles.read(new Official(folder.resolve(file)), null);
      assertThat(result).as(file).isInstanceOf(ReadResult.Read.class);
      if (result instanceof ReadResult.Read read) {
        read.publications().stream().map(InstalledPublication::of).forEach(publications::add);
      }
    }
    return PcsEngine.of(CodeSets.of(publications).edition(CodeSystem.ICD10PCS, DAY).orElseThrow())
        .orElseThrow();
  }
}

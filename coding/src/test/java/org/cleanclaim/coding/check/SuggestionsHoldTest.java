package org.cleanclaim.coding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.guideline.ConsistentList;
import org.cleanclaim.coding.measure.LabelledNote;
import org.cleanclaim.coding.measure.LabelledNotes;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No list of suggestions may itself be one that the chart checks find fault with.
class SuggestionsHoldTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  /// What a list wants besides, which no list of suggestions can give.
  private static final Set<String> WANTING = Set.of("CHART-NO-DIAGNOSIS", "CHART-OUTCOME-MISSING");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Urinary tract infection|E. coli|Fever",
        "Type 2 diabetes|Hypertension|CKD stage 3|Heart failure",
        "COPD|Asthma|Cough|Pneumonia",
        "Fall|BMI 35|Obesity",
        "Acute systolic heart failure|Chronic systolic heart failure",
        "Pain in left knee|Knee pain|Osteoarthritis of the left knee",
        "Hypertension|Gestational diabetes|39 weeks gestation of pregnancy",
        "Pneumonia|Sepsis|Acute kidney failure|Severe sepsis",
        "Immunization|Adult medical examination|Hypertension"
      })
  void sampleNotesWithTheBuiltInSelection(String problems) {
    String note = "Assessment:\n" + problems.replace("|", "\n") + "\n";
    var codeSets = CodeSets.starter();
    assertThat(faults(codeSets, CodingEngine.of(codeSets, DAY), note)).isEmpty();
  }

  @Test
  void whatStandsInTheWrongPlaceIsMovedAndWhatCannotStandSaysWhy() {
    var list = new ConsistentList(SmallBooks.codeSets());
    var notCoded = new ArrayList<Mention>();
    var settled =
        list.settle(
            note("x"),
            List.of(
                suggested("Z6835"), suggested("E669"), suggested("M25569"), suggested("M25561")),
            notCoded);
    assertThat(settled).extracting(Suggestion::code).containsExactly("E669", "M25561", "Z6835");
    assertThat(notCoded)
        .extracting(Mention::why)
        .containsExactly("M25.569 leaves the side open that M25.561 names.");
    assertThat(list.settle(note("x"), List.of(suggested("F0280")), notCoded)).isEmpty();
  }

  private static Suggestion suggested(String code) {
    return new Suggestion(
        CodeSystem.ICD10CM,
        code,
        code,
        90,
        List.of(new Evidence("note", 0, 1, "x")),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"aci_outpatient", "codiesp"})
  void publicNotesWithThePublishersFiles(String folder) throws IOException {
    String root = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(root != null, "CLEANCLAIM_DATA is not set: no public notes to read");
    var codeSets = official(Path.of(root, "data", "icd10cm"));
    LabelledNotes notes =
        LabelledNotes.read(Path.of(root, "corpus", "coding", folder)).orElseThrow();
    var engine = CodingEngine.of(codeSets, DAY);
    var found = new TreeMap<String, List<String>>();
    for (LabelledNote note : notes.notes()) {
      for (String fault : faults(codeSets, engine, note.text())) {
        found.computeIfAbsent(fault, f -> new ArrayList<>()).add(note.id());
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> faults(CodeSets codeSets, CodingEngine engine, String text) {
    var suggestions = engine.propose(note(text)).suggestions();
    var chart =
        new CodedChart(
            EncounterSetting.OUTPATIENT,
            DAY,
            DAY,
            Sex.UNKNOWN,
            null,
            suggestions.stream().map(s -> OrderedCode.of(s.code())).toList(),
            List.of());
    return new ListChecks(codeSets)
        .faults(chart).stream()
            .filter(f -> !WANTING.contains(f.rule().value()))
            .map(f -> f.rule() + ": " + f.message())
            .toList();
  }

  private static Documentation note(String text) {
    return new Documentation("note", text, EncounterSetting.OUTPATIENT, DAY, null, Sex.UNKNOWN);
  }

  /// The newest order file, the Index and the Tabular List that lie below the folder.
  private static CodeSets official(Path folder) throws IOException {
    var installed = new ArrayList<InstalledPublication>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(f ->
                  f.getFileName()
                      .toString()
                      .matches(
                          "icd10cm_order_20\\d\\d\\.txt\\.gz|icd10cm_tabular_2021\\.xml\\.gz|derived_.*Index\\.csv\\.gz"))
              .sorted()
              .toList()) {
        if (PublisherFiles.read(source(file), LocalDate.of(2020, 10, 1))
            instanceof ReadResult.Read read) {
          read.publications().forEach(p -> installed.add(InstalledPublication.of(p)));
        }
      }
    }
    return CodeSets.of(installed);
  }

  private static SourceFile source(Path file) {
    return new SourceFile() {
      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public InputStream open() {
        try {
          return Files.newInputStream(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}

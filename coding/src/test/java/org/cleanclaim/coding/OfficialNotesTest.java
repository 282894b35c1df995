package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notes of our own and the codes that they take, a line for each rule, by the official tables
/// where `CLEANCLAIM_DATA` names them: most of the codes are not in the built-in selection.
class OfficialNotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  /// The books that suggestions are made from.
  private static final Pattern ASKED =
      Pattern.compile("(?i)(?:tabular|index|neoplasm|drug|order_2026)[^.]*\\.(?:xml|csv|txt)");

  @TempDir Path folder;

  /// @param rule the section of the Official Guidelines, and what it is about
  /// @param patient setting, sex and age, as far as they are told
  /// @param codes all that are suggested, in order
  private record Case(String rule, List<String> patient, String note, String codes) {
    static Case of(String line) {
      List<String> cells = List.of(line.split(" \\| ", -1));
      return new Case(
          cells.get(0),
          List.of(cells.get(1).split(" ")),
          cells.get(2).replace("\\n", "\n") + "\n",
          cells.get(3));
    }

    Documentation documentation() {
      return new Documentation(
          "note",
          note,
          EncounterSetting.valueOf(patient.get(0).toUpperCase(Locale.ROOT)),
          DAY,
          patient.size() > 2 ? Integer.valueOf(patient.get(2)) : null,
          patient.size() > 1 ? Sex.valueOf(patient.get(1).toUpperCase(Locale.ROOT)) : Sex.UNKNOWN);
    }
  }

  @Test
  void everyNoteTakesItsCodesAndNoOther() throws IOException {
    CodingEngine engine = CodingEngine.of(official().open(), DAY);
    var differing = new ArrayList<String>();
    for (Case each : cases()) {
      String codes =
          engine.propose(each.documentation()).suggestions().stream()
              .map(suggestion -> Icd10Cm.written(suggestion.code()))
              .collect(Collectors.joining(" "));
      if (codes.equals(each.codes())) continue;
      differing.add(
          "%s: %s%ntakes    %s%nand took %s"
              .formatted(each.rule(), each.note(), each.codes(), codes));
    }
    assertThat(differing).isEmpty();
  }

  private CodeStore official() throws IOException {
    String named = System.getenv("CLEANCLAIM_DATA");
    assumeTrue(
        named != null && Files.isDirectory(Path.of(named, "data", "icd10cm")),
        "CLEANCLAIM_DATA names no folder of publishers' files");
    Path spool = Files.createDirectories(folder.resolve("spool"));
    var files = new ArrayList<SourceFile>();
    for (String year : List.of("2021", "2025", "2026")) {
      SourceFiles.at(Path.of(named, "data", "icd10cm", year), spool).stream()
          .filter(file -> ASKED.matcher(file.name()).find())
          .forEach(files::add);
    }
    CodeStore store = CodeStore.at(folder.resolve("codesets"));
    store.install(files, null, InstallProgress.silent());
    return store;
  }

  private static List<Case> cases() throws IOException {
    var file =
        Objects.requireNonNull(OfficialNotesTest.class.getResourceAsStream("official_notes.txt"));
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Case::of)
          .toList();
    }
  }
}

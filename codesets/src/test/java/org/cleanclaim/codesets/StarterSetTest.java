package org.cleanclaim.codesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StarterSetTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final CodeSets CODE_SETS = CodeSets.starter();

  @Test
  void isLargeEnoughForEverydayPractice() {
    assertThat(codes(CodeSystem.ICD10CM).values().stream().filter(CodeEntry::billable).count())
        .isGreaterThanOrEqualTo(600);
    assertThat(codes(CodeSystem.HCPCS)).hasSizeGreaterThanOrEqualTo(120);
    assertThat(codes(CodeSystem.MODIFIER)).hasSizeGreaterThanOrEqualTo(60);
    assertThat(codes(CodeSystem.ICD10PCS)).hasSizeGreaterThanOrEqualTo(40);
    assertThat(codes(CodeSystem.PLACE_OF_SERVICE)).hasSizeGreaterThanOrEqualTo(45);
    assertThat(CODE_SETS.publications()).allMatch(p -> p.label().starter());
  }

  @Test
  void everyParentAndEveryIndexPhraseLeadsToACode() {
    var codes = codes(CodeSystem.ICD10CM);
    assertThat(codes.values()).allMatch(c -> c.parent() == null || codes.containsKey(c.parent()));
    assertThat(codes.values())
        .allMatch(c ->
            c.billable() || codes.values().stream().anyMatch(o -> c.code().equals(o.parent())));
    assertThat(CODE_SETS.index(CodeSystem.ICD10CM, DAY))
        .hasSizeGreaterThan(1_500)
        .allMatch(t -> codes.containsKey(t.code()));
  }

  @Test
  void notesAreInherited() {
    assertThat(CODE_SETS.notes(CodeSystem.ICD10CM, "E1142", DAY))
        .anyMatch(n -> n.kind() == Note.Kind.USE_ADDITIONAL)
        .anyMatch(n -> n.kind() == Note.Kind.EXCLUDES1 && n.names("E109"));
  }

  @Test
  void notesNameCodesCategoriesAndRanges() {
    var note = new Note(Note.Kind.EXCLUDES1, "", List.of("I60-I69", "O24-", "E09"));
    assertThat(List.of("I60", "I639", "I6999", "O2441", "E0900")).allMatch(note::names);
    assertThat(List.of("I59", "I70", "O23", "E10")).noneMatch(note::names);
  }

  @Test
  void findsWhatCodersType() {
    assertThat(first("htn")).isEqualTo("I10");
    assertThat(first("E11.42")).isEqualTo("E1142");
    assertThat(first("poly diab type 2")).isEqualTo("E1142");
    assertThat(first("hypertenson")).isEqualTo("I10");
    assertThat(CODE_SETS.search(CodeQuery.of(CodeSystem.ICD10CM, "zzzz qqqq", DAY, 5))).isEmpty();
    assertThat(CODE_SETS.search(CodeQuery.of(CodeSystem.ICD10CM, "", DAY, 5)))
        .hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void equalsTheOfficialFilesWhereTheyArePresent() throws IOException {
    Path data = data();
    var cm = orderFile(data.resolve("icd10cm/2026/icd10cm_order_2026.txt.gz"));
    codes(CodeSystem.ICD10CM)
        .values()
        .forEach(c -> {
          assertThat(cm).containsKey(c.code());
          assertThat(c.title()).as(c.code()).isEqualTo(cm.get(c.code()).title());
          assertThat(c.billable()).as(c.code()).isEqualTo(cm.get(c.code()).billable());
        });
    var pcs = orderFile(data.resolve("icd10pcs/2026/icd10pcs_order_2026.txt.gz"));
    codes(CodeSystem.ICD10PCS)
        .values()
        .forEach(c -> assertThat(c.title()).isEqualTo(pcs.get(c.code()).title()));
    assertThat(cm).hasSize(98_186);
    assertThat(cm.values().stream().filter(CodeList.Row::billable).count()).isEqualTo(74_719);
  }

  @Test
  void reasonCodesCarryOurOwnWords() throws IOException {
    var official = new HashMap<String, String>();
    try (var lines = reader(data().resolve("claim_codes/carc_rarc_group_2024-06.csv.gz"))) {
      lines
          .lines()
          .map(l -> l.split(",", 4))
          .filter(c -> c.length > 2)
          .forEach(c -> official.put(c[1] + c[0], plain(c[2])));
    }
    for (CodeSystem system : List.of(CodeSystem.CARC, CodeSystem.RARC)) {
      codes(system)
          .values()
          .forEach(c ->
              assertThat(plain(c.title()))
                  .as(c.code())
                  .isNotEqualTo(official.get(system + c.code())));
    }
  }

  private static String first(String query) {
    return CODE_SETS
        .search(CodeQuery.of(CodeSystem.ICD10CM, query, DAY, 1))
        .getFirst()
        .entry()
        .code();
  }

  private static Map<String, CodeEntry> codes(CodeSystem system) {
    return CODE_SETS
        .edition(system, DAY)
        .orElseThrow()
        .entries()
        .collect(Collectors.toMap(CodeEntry::code, Function.identity()));
  }

  private static Path data() {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(
        data != null, "CLEANCLAIM_DATA is not set: no official files to compare with");
    return Path.of(data, "data");
  }

  private static Map<String, CodeList.Row> orderFile(Path path) throws IOException {
    Path spool = path.getParent();
    var read = (ReadResult.Read) PublisherFiles.read(SourceFiles.at(path, spool).getFirst(), null);
    var list = (CodeList) read.publications().getFirst().content();
    return list.rows().stream().collect(Collectors.toMap(CodeList.Row::code, Function.identity()));
  }

  private static BufferedReader reader(Path path) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}

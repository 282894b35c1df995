package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What must hold of the books as published; skipped where they are not at hand.
class OfficialBooksTest {
  private static final String PCS = "data/icd10pcs/2025/icd10pcs_";
  private static final String CM = "data/icd10cm/";
  private static final String LOOKUP = "corpus/coding/lookup_sources/icd10cm_";

  @Test
  void procedureTablesExpandToExactlyTheCodesOfTheOrderFile() {
    var builder = procedures();
    Set<String> official = billable(PCS + "order_2025.txt.gz");

    List<String> codes = builder.expand("");

    assertThat(codes).hasSize(78_948).containsExactlyElementsOf(official);
    assertThat(codes).allMatch(builder::isValid);
  }

  @Test
  void everyRandomWalkThroughTheTablesEndsInACode() {
    var builder = procedures();
    Set<String> official = billable(PCS + "order_2025.txt.gz");
    long seed = Long.getLong("test.seed", 42);
    var random = new Random(seed);

    long nanos = 0;
    for (int walk = 0; walk < 20_000; walk++) {
      ProcedureStep step = builder.step("");
      while (step instanceof ProcedureStep.Open open) {
        var option = open.options().get(random.nextInt(open.options().size()));
        long start = System.nanoTime();
        step = builder.step(open.code() + option.character());
        nanos += System.nanoTime() - start;
      }
      boolean isOfficial =
          step instanceof ProcedureStep.Complete complete && official.contains(complete.code());
      assertThat(isOfficial).as("%s, seed %d", step, seed).isTrue();
    }
    System.out.printf("Procedure builder: %d us a step%n", nanos / 140_000 / 1_000);
  }

  @Test
  void codesOfTheProcedureIndexOpenTheTables() {
    var builder = procedures();
    var index = OfficialBooks.read(PCS + "index_2025.xml.gz", AlphabeticIndex.class);
    var named = new TreeSet<String>();
    for (var term : index.terms()) {
      named.addAll(term.codes());
      term.references().forEach(r -> named.addAll(r.codes()));
    }

    assertThat(named).hasSizeGreaterThan(2_000);
    var unknown = new TreeSet<String>();
    for (String code : named) {
      if (builder.step(code) instanceof ProcedureStep.Refused) unknown.add(code);
    }
    assertThat(unknown).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void seventhCharactersGiveTheOrderFileOfTheSameYear() throws IOException {
    var book =
        TabularBook.of(OfficialBooks.read(LOOKUP + "tabular_fy2021.xml.gz", TabularList.class));
    var list = OfficialBooks.read(LOOKUP + "order_fy2021.txt.gz", CodeList.class);
    Set<String> official = OfficialBooks.billable(list);

    Set<String> expanded = expand(book, SeventhCharacters.of(book));

    assertThat(differences(official, expanded)).isEqualTo(explained());
    assertThat(missing(expanded(book, list), official)).isEmpty();
  }

  private static Set<String> expanded(TabularBook book, CodeList list) {
    return expand(book, SeventhCharacters.of(book, Titles.of(list)));
  }

  private static Set<String> expand(TabularBook book, SeventhCharacters characters) {
    var codes = new TreeSet<String>();
    for (Entry chapter : book.chapters()) codes.addAll(characters.expand(chapter));
    return codes;
  }

  /// `+` in the book only, `-` in the order file only, by category.
  private static Map<String, Integer> differences(Set<String> official, Set<String> expanded) {
    var differences = new TreeMap<String, Integer>();
    missing(expanded, official)
        .forEach(c -> differences.merge("+" + c.substring(0, 4), 1, Integer::sum));
    missing(official, expanded)
        .forEach(c -> differences.merge("-" + c.substring(0, 4), 1, Integer::sum));
    return differences;
  }

  private static Map<String, Integer> explained() throws IOException {
    var explained = new TreeMap<String, Integer>();
    try (InputStream in =
        Objects.requireNonNull(
            OfficialBooksTest.class.getResourceAsStream("seventh-character-differences.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(c -> explained.put(c[0], Integer.valueOf(c[1])));
    }
    return explained;
  }

  @ParameterizedTest
  @CsvSource({"2025", "2026"})
  void everyBillableCodeIsReachedFromAChapter(int year) {
    var book =
        TabularBook.of(OfficialBooks.read(LOOKUP + "tabular_fy2021.xml.gz", TabularList.class));
    var list = OfficialBooks.read(CM + year + "/icd10cm_order_" + year + ".txt.gz", CodeList.class);
    var family = CodeFamily.of(Titles.of(list), book);
    Set<String> official = OfficialBooks.billable(list);

    var reached = new HashSet<String>();
    for (Entry chapter : book.chapters())
      descend(family, family.childrenOfHeading(chapter.id()), reached);

    assertThat(missing(official, reached)).isEmpty();
    var index =
        IndexBook.of(
            OfficialBooks.read(
                CM + "2025/derived_ICD10CM_2025_Index.csv.gz", AlphabeticIndex.class));
    var neoplasms = neoplasms();
    var drugs = drugs();
    var causes =
        IndexBook.of(
            OfficialBooks.read(
                CM + "2026/icd10cm-eindex-April-1-2026.xml.gz", AlphabeticIndex.class));
    long byIndex = official.stream().filter(c -> !index.termsFor(c).isEmpty()).count();
    long byAny =
        official.stream()
            .filter(c ->
                !index.termsFor(c).isEmpty()
                    || !causes.termsFor(c).isEmpty()
                    || !neoplasms.rowsFor(c).isEmpty()
                    || !drugs.rowsFor(c).isEmpty())
            .count();
    System.out.printf(
        "FY%d: %d billable codes, %d reached by the index, %d with the tables and external causes%n",
        year, official.size(), byIndex, byAny);
    assertThat(byAny).isGreaterThan(official.size() * 8L / 10);
  }

  private static void descend(
      CodeFamily family, List<CodeFamily.Relative> relatives, Set<String> reached) {
    for (var relative : relatives) {
      switch (relative.level()) {
        case CHAPTER, SECTION -> descend(family, family.childrenOfHeading(relative.id()), reached);
        case CODE -> {
          List<CodeFamily.Relative> children = family.children(relative.id());
          if (children.isEmpty()) reached.add(relative.id());
          else descend(family, children, reached);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "data/icd10cm/2025/derived_ICD10CM_2025_Index.csv.gz",
    "data/icd10cm/2017/icd10cm_index_2017.xml.gz"
  })
  void referencesOfTheIndexAreResolved(String path) {
    var index = OfficialBooks.read(path, AlphabeticIndex.class);
    var book = IndexBook.of(index);
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> unresolved = new LinkedHashMap<>();
    int all = 0;
    for (int i = 0; i < index.terms().size(); i++) {
      for (Reference reference : index.terms().get(i).references()) {
        all++;
        Destination destination = book.follow(new Place(i), reference);
        counts.merge(destination.getClass().getSimpleName(), 1, Integer::sum);
        switch (destination) {
          case Destination.Near near ->
              unresolved.merge(
                  book.path(near.place()) + " has no " + near.missing(), 1, Integer::sum);
          case Destination.Unknown unknown -> unresolved.merge(unknown.reason(), 1, Integer::sum);
          case Destination ignored -> {}
        }
      }
    }
    System.out.println(path + ": " + all + " references, " + counts);
    int open = unresolved.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(open * 100).as("by reason: " + unresolved).isLessThan(all * 2);
  }

  @Test
  void exclusionsHoldInBothDirections() {
    var list = OfficialBooks.read(LOOKUP + "tabular_fy2021.xml.gz", TabularList.class);
    var excludes = Excludes.of(TabularBook.of(list));
    var codes = new ArrayList<>(billable(LOOKUP + "order_fy2021.txt.gz"));
    long seed = Long.getLong("test.seed", 42);
    var random = new Random(seed);

    int excluded = 0;
    for (int i = 0; i < 20_000; i++) {
      String a = codes.get(random.nextInt(codes.size()));
      String b = codes.get(random.nextInt(codes.size()));
      var exclusions = excludes.excludes1(a, b);
      assertThat(excludes.excludes1(b, a)).as(a + " " + b + " seed " + seed).isEqualTo(exclusions);
      if (!exclusions.isEmpty()) excluded++;
    }

    assertThat(excluded).isPositive();
    assertThat(excludes.excludes1("E10.9", "E11.9"))
        .extracting(e -> e.entry().id())
        .containsExactly("E10", "E11");
    assertThat(excludes.excludes1("E11.9", "E11.65")).isEmpty();
  }

  @Test
  void nearlyEveryRightSideHasALeftSide() {
    var list = OfficialBooks.read(CM + "2026/icd10cm_order_2026.txt.gz", CodeList.class);
    var family = CodeFamily.of(Titles.of(list));
    int right = 0;
    int paired = 0;
    for (CodeList.Row row : list.rows()) {
      if (!row.billable() || !Words.of(row.title()).contains("right")) continue;
      right++;
      if (family.sides(row.code()).stream().anyMatch(r -> Words.of(r.title()).contains("left")))
        paired++;
    }

    assertThat(right).isGreaterThan(13_000);
    assertThat(paired * 1_000).isGreaterThan(right * 990);
  }

  @Test
  void phrasesLeadToCodesOfTheOrderFile() {
    var list = OfficialBooks.read(CM + "2026/icd10cm_order_2026.txt.gz", CodeList.class);
    var all = new HashSet<String>();
    list.rows().forEach(row -> all.add(row.code()));

    var phrases =
        new Phrases()
            .index(
                IndexBook.of(
                    OfficialBooks.read(
                        CM + "2025/derived_ICD10CM_2025_Index.csv.gz", AlphabeticIndex.class)),
                Origin.INDEX)
            .neoplasms(neoplasms())
            .drugs(drugs());

    var byCode = phrases.byCode();
    long known = byCode.keySet().stream().filter(all::contains).count();
    System.out.printf(
        "%d phrases for %d codes and headings, %d of them in the order file%n",
        phrases.size(), byCode.size(), known);
    assertThat(known * 100).isGreaterThan(byCode.size() * 97L);
    assertThat(byCode.get("C341").stream().map(p -> p.text()).toList())
        .anyMatch(
            text -> text.contains("upper lobe") && text.endsWith("malignant neoplasm primary"));
    assertThat(byCode.get("T391X1").stream().map(p -> p.text()).toList())
        .contains("Acetaminophen poisoning, accidental (unintentional)");
  }

  private static TableBook neoplasms() {
    return TableBook.of(
        OfficialBooks.read(CM + "2026/icd10cm-neoplasm-April-1-2026.xml.gz", TermTable.class));
  }

  private static TableBook drugs() {
    return TableBook.of(
        OfficialBooks.read(CM + "2026/icd10cm-drug-April-1-2026.xml.gz", TermTable.class));
  }

  private static ProcedureBuilder procedures() {
    return ProcedureBuilder.of(
        OfficialBooks.read(PCS + "tables_2025.xml.gz", ProcedureTables.class));
  }

  private static Set<String> billable(String path) {
    return OfficialBooks.billable(OfficialBooks.read(path, CodeList.class));
  }

  private static List<String> missing(Set<String> codes, Set<String> in) {
    var missing = new ArrayList<>(codes);
    missing.removeAll(in.isEmpty() ? Collections.emptySet() : in);
    return missing;
  }
}

package org.cleanclaim.bench.codes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.codesets.Bookshelf;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.kernel.code.CodeSystem;

/// Measures what the encoder costs: opens the code sets that are installed in a folder and asks
/// them. Run it on one core.
public final class CodesBench {
  private static final int LOOKUPS = 5_000_000;
  private static final int QUERIES = 4_000;
  private static final long SEED = 20_261_128;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private CodesBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 1) {
      use(Path.of(arguments[0]));
    } else {
      System.err.println("usage: CodesBench FOLDER");
      System.exit(2);
    }
  }

  private static void use(Path folder) throws IOException {
    long began = System.nanoTime();
    CodeSets codeSets = CodeStore.at(folder).open();
    var day = newest(codeSets);
    boolean isBillable = codeSets.isBillable(CodeSystem.ICD10CM, "E1142", day);
    row(
        "open, first code looked up (%s)".formatted(isBillable),
        "%.2f s".formatted((System.nanoTime() - began) / 1e9));
    began = System.nanoTime();
    codeSets.search(CodeQuery.of(CodeSystem.ICD10CM, "type 2 diabetes", day, 10));
    row("first search", "%.2f s".formatted((System.nanoTime() - began) / 1e9));
    validity(codeSets, day);
    queries(codeSets, day, "one system", EnumSet.of(CodeSystem.ICD10CM));
    queries(codeSets, day, "all systems", EnumSet.allOf(CodeSystem.class));
    heap(codeSets);
  }

  private static LocalDate newest(CodeSets codeSets) {
    return codeSets.editions(CodeSystem.ICD10CM).stream()
        .map(edition -> edition.period().from())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private static void validity(CodeSets codeSets, LocalDate day) {
    CodeTable codes = codeSets.edition(CodeSystem.ICD10CM, day).orElseThrow().codes();
    var random = new Random(SEED);
    var asked = new String[1 << 14];
    for (int i = 0; i < asked.length; i++) {
      String code = codes.code(random.nextInt(codes.size()));
      asked[i] = i % 4 == 0 ? code + "Q" : code;
    }
    int valid = 0;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long began = System.nanoTime();
      for (int i = 0; i < LOOKUPS; i++) {
        if (codeSets.isBillable(CodeSystem.ICD10CM, asked[i & asked.length - 1], day)) valid++;
      }
      best = Math.min(best, System.nanoTime() - began);
    }
    row(
        "validity of a code on a day (%,d valid)".formatted(valid),
        "%.0f ns".formatted((double) best / LOOKUPS));
  }

  /// Queries as coders type them: two to four words of titles and index terms, some cut to stems.
  private static void queries(
      CodeSets codeSets, LocalDate day, String label, Set<CodeSystem> systems) {
    CodeTable codes = codeSets.edition(CodeSystem.ICD10CM, day).orElseThrow().codes();
    var random = new Random(SEED);
    var texts = new ArrayList<String>();
    for (int i = 0; i < QUERIES; i++) {
      String[] words =
          codes
              .row(random.nextInt(codes.size()))
              .title()
              .toLowerCase(Locale.ROOT)
              .split("[^a-z0-9]+");
      var text = new StringBuilder();
      for (int w = 0; w < 2 + random.nextInt(3); w++) {
        String word = words[random.nextInt(words.length)];
        boolean isStem = random.nextInt(3) == 0 && word.length() > 4;
        text.append(isStem ? word.substring(0, 4) : word).append(' ');
      }
      texts.add(text.toString());
    }
    long[] nanoseconds = new long[QUERIES];
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < QUERIES; i++) {
        var query = new CodeQuery(texts.get(i), systems, day, 20, SearchFilter.NONE, null, null);
        long began = System.nanoTime();
        codeSets.search(query);
        nanoseconds[i] = System.nanoTime() - began;
      }
    }
    Arrays.sort(nanoseconds);
    row(
        "query, " + label + ", p50 and p99",
        "%.2f ms, %.2f ms"
            .formatted(nanoseconds[QUERIES / 2] / 1e6, nanoseconds[QUERIES * 99 / 100] / 1e6));
  }

  /// Everything open at once: all editions, their books and their search indexes.
  private static void heap(CodeSets codeSets) {
    var held = new ArrayList<Object>();
    for (CodeSystem system : CodeSystem.values()) {
      for (Edition edition : codeSets.editions(system)) {
        held.add(edition.codes());
        Bookshelf books = edition.books();
        held.add(books.tabular());
        held.add(books.index());
        held.add(books.externalCauses());
        held.add(books.table(PublicationKind.ICD10CM_NEOPLASMS));
        held.add(books.table(PublicationKind.ICD10CM_DRUGS));
        held.add(books.procedures());
        held.add(books.manifestations());
        held.add(books.links(PublicationKind.ICD10CM_CONVERSIONS));
        held.add(books.links(PublicationKind.ICD10CM_TO_ICD9));
        codeSets.search(CodeQuery.of(system, "a", edition.period().from(), 1));
      }
    }
    for (int i = 0; i < 3; i++) System.gc();
    Runtime runtime = Runtime.getRuntime();
    row(
        "heap with everything open (%d tables)".formatted(codeSets.publications().size()),
        "%d MB".formatted((runtime.totalMemory() - runtime.freeMemory()) / 1_000_000));
    if (held.isEmpty()) throw new IllegalStateException("nothing is installed");
  }

  private static void row(String what, String measured) {
    OUT.printf("%-56s %s%n", what, measured);
  }
}

package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeQuery;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.codesets.search.BaselineSearches;
import org.cleanclaim.codesets.search.PhraseMeasure;
import org.cleanclaim.codesets.search.PhraseMeasure.Figures;
import org.cleanclaim.codesets.search.PhraseMeasure.Pair;
import org.cleanclaim.kernel.code.CodeSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures how well phrases find their ICD-10-CM codes.
@Command(
    name = "search",
    description =
        "Measure how well phrases find their ICD-10-CM codes: ours, Lucene as it comes, and a"
            + " scan.",
    mixinStandardHelpOptions = true)
final class BenchSearchCommand implements Callable<Integer> {
  private static final int WARM_UP = 500;
  private static final String OURS = "cleanclaim";

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders with pairs.tsv: phrase, code and, where there is one, kind.")
  List<Path> folders = List.of();

  @Mixin MeasuredCodes codes = new MeasuredCodes();

  @Option(names = "--ours-only", description = "Leave out what it is compared with.")
  boolean isOursOnly;

  @Option(names = "--json", description = "Print the figures as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    return codes.measure(this::measure);
  }

  private int measure(CodeSets codeSets) throws IOException {
    Edition edition = codes.edition(codeSets);
    LocalDate day = edition.period().from();
    var measure = new PhraseMeasure(code -> edition.isBillable(code, day));
    Map<String, PhraseMeasure.Search> searches = searches(codeSets, edition, day);
    var figures = new LinkedHashMap<String, Map<String, Map<String, Figures>>>();
    for (Path folder : folders) {
      List<Pair> pairs = pairs(folder);
      var ofFolder = new LinkedHashMap<String, Map<String, Figures>>();
      for (var search : searches.entrySet()) {
        measure.measure(pairs.subList(0, Math.min(WARM_UP, pairs.size())), search.getValue());
        ofFolder.put(search.getKey(), measure.measure(pairs, search.getValue()));
      }
      figures.put(folder.getFileName().toString(), ofFolder);
    }
    if (isJson) {
      var json = new LinkedHashMap<String, Object>();
      json.put("edition", edition.name());
      json.put("asOf", day.toString());
      json.put("folders", figures);
      System.out.println(OutwardJson.mapper().writeValueAsString(json));
    } else {
      print(edition, figures);
    }
    return Main.DONE;
  }

  private static List<Pair> pairs(Path folder) throws IOException {
    try {
      List<Pair> pairs = PhraseMeasure.read(folder);
      if (pairs.isEmpty()) throw new CommandFailure(folder + " has no phrases. Check the folder.");
      return pairs;
    } catch (NoSuchFileException e) {
      throw new CommandFailure("There is no pairs.tsv in " + folder + ". Check the folder.");
    }
  }

  private Map<String, PhraseMeasure.Search> searches(
      CodeSets codeSets, Edition edition, LocalDate day) throws IOException {
    var searches = new LinkedHashMap<String, PhraseMeasure.Search>();
    searches.put(
        OURS,
        (text, limit) ->
            codeSets.search(CodeQuery.of(CodeSystem.ICD10CM, text, day, limit)).stream()
                .map(hit -> hit.entry().code())
                .toList());
    if (!isOursOnly) {
      var baselines = new BaselineSearches(SearchEntries.of(edition));
      searches.put("BM25, titles", baselines::titles);
      searches.put("BM25, titles and index", baselines::titlesAndPhrases);
      searches.put("all words, LIKE", baselines::allWords);
    }
    return searches;
  }

  private static void print(
      Edition edition, Map<String, Map<String, Map<String, Figures>>> figures) {
    System.out.printf("ICD-10-CM %s%n", edition.name());
    System.out.printf(
        "%-28s %-24s %-14s %6s %6s %6s %9s %9s %9s%n",
        "phrases", "search", "kind", "count", "top 1", "top 5", "category", "p50 ms", "p99 ms");
    figures.forEach((folder, ofFolder) ->
        ofFolder.forEach(
            (search, kinds) -> kinds.forEach((kind, f) -> row(folder, search, kind, f))));
  }

  private static void row(String folder, String search, String kind, Figures f) {
    System.out.printf(
        "%-28s %-24s %-14s %,6d %6.3f %6.3f %9.3f %9.2f %9.2f%n",
        folder,
        search,
        kind,
        f.count(),
        f.exactTop1(),
        f.exactTop5(),
        f.categoryTop5(),
        f.medianMicroseconds() / 1000.0,
        f.slowMicroseconds() / 1000.0);
  }
}

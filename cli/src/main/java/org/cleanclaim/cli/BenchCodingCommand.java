package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.check.ListChecks;
import org.cleanclaim.coding.measure.Agreement;
import org.cleanclaim.coding.measure.FaultyLists;
import org.cleanclaim.coding.measure.LabelledNote;
import org.cleanclaim.coding.measure.LabelledNotes;
import org.cleanclaim.coding.measure.LabelledSentences;
import org.cleanclaim.coding.measure.NoteFigures;
import org.cleanclaim.coding.measure.NoteMeasure;
import org.cleanclaim.coding.measure.Reliability;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures how well proposals agree with what coders decided.
@Command(
    name = "coding",
    description = "Measure how well the proposed diagnosis codes agree with those of coders.",
    mixinStandardHelpOptions = true)
final class BenchCodingCommand implements Callable<Integer> {
  /// As long as a program that runs for days has run before the notes that count.
  private static final long WARM_NANOS = 3_000_000_000L;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description =
          "Folders with notes and labels.tsv, with text_en and labels_diagnosis.tsv, or with"
              + " sentences.tsv.")
  List<Path> folders = List.of();

  @Mixin MeasuredCodes codes = new MeasuredCodes();

  @Option(
      names = "--part",
      description = "Measure only the notes of one part of a set, such as test.")
  String part = "";

  @Option(
      names = "--learned",
      paramLabel = "FILE",
      description =
          "Likelihood and confidence by what `bench coding-train` wrote. Default: what the program"
              + " brings.")
  @Nullable Path learned;

  @Option(names = "--json", description = "Print the figures as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    return codes.measure(this::measure);
  }

  private int measure(CodeSets codeSets) throws IOException {
    Edition edition = codes.edition(codeSets);
    LocalDate day = codes.day(edition);
    long start = System.nanoTime();
    var engine = CodingEngine.of(codeSets, day, learned == null ? null : Files.readString(learned));
    long loaded = (System.nanoTime() - start) / 1_000_000;
    var sets = new LinkedHashMap<String, Map<String, Object>>();
    for (Path folder : folders)
      sets.put(folder.getFileName().toString(), figures(folder, codeSets, engine, day));
    if (isJson) {
      var json = new LinkedHashMap<String, Object>();
      json.put("edition", edition.name());
      json.put("asOf", day.toString());
      json.put("loadMilliseconds", loaded);
      json.put("sets", sets);
      System.out.println(OutwardJson.mapper().writeValueAsString(json));
    } else {
      System.out.printf(
          "ICD-10-CM %s on %s, engine ready in %,d ms%n", edition.name(), day, loaded);
      sets.forEach((name, figures) -> {
        System.out.println(name);
        figures.forEach((figure, value) -> System.out.printf("  %-34s %s%n", figure, value));
      });
    }
    return Main.DONE;
  }

  private Map<String, Object> figures(
      Path folder, CodeSets codeSets, CodingEngine engine, LocalDate day) throws IOException {
    Edition edition = codes.edition(codeSets);
    Optional<LabelledSentences> sentences = LabelledSentences.read(folder);
    if (sentences.isPresent()) return figures(sentences.get());
    LabelledNotes all =
        LabelledNotes.read(folder)
            .orElseThrow(() ->
                new CommandFailure(
                    folder
                        + " has neither labels.tsv, labels_diagnosis.tsv nor sentences.tsv. Check"
                        + " the folder."));
    LabelledNotes notes = part.isEmpty() ? all : all.part(part);
    var measure =
        new NoteMeasure(
            edition,
            note -> engine.propose(documentation(note, day)),
            note -> engine.mentions(documentation(note, day)));
    NoteFigures figures = measure.measure(notes);
    long began = System.nanoTime();
    int rounds = 0;
    while (rounds == 0 || System.nanoTime() - began < WARM_NANOS) {
      measure.measure(notes);
      rounds++;
    }
    long start = System.nanoTime();
    measure.measure(notes);
    long microseconds = (System.nanoTime() - start) / 1_000;
    Map<String, Object> shown = figures(figures, notes.isEveryMention());
    shown.putAll(figures(measure.reliability(notes)));
    shown.put("faults of lists by chart checks", faults(codeSets, engine, notes, day));
    shown.put("notes a second", Math.round(1e6 * figures.notes() / Math.max(1, microseconds)));
    return shown;
  }

  /// Of the lists for outpatients and for inpatients.
  private static int faults(
      CodeSets codeSets, CodingEngine engine, LabelledNotes notes, LocalDate day) {
    var lists = new FaultyLists(new ListChecks(codeSets), engine::propose);
    int faults = 0;
    for (EncounterSetting setting : EncounterSetting.values()) {
      faults +=
          lists.count(notes.notes().stream().map(n -> documentation(n, setting, day)).toList());
    }
    return faults;
  }

  static Documentation documentation(LabelledNote note, LocalDate day) {
    return documentation(note, EncounterSetting.OUTPATIENT, day);
  }

  private static Documentation documentation(
      LabelledNote note, EncounterSetting setting, LocalDate day) {
    return new Documentation(note.id(), note.text(), setting, day, null, Sex.UNKNOWN);
  }

  static Map<String, Object> figures(NoteFigures figures, boolean isEveryMention) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("notes", figures.notes());
    add(shown, "code", figures.codes());
    shown.put("code F1, 95 of 100 draws", range(figures.codesF1()));
    add(shown, "category", figures.categories());
    shown.put("category F1, 95 of 100 draws", range(figures.categoriesF1()));
    if (isEveryMention) {
      shown.put("mean average precision", share(figures.averagePrecision() / 1000.0));
      shown.put("right codes on a marked line", figures.citedRight() + " of " + figures.cited());
    }
    shown.put("not valid or not billable", figures.invalid());
    return shown;
  }

  /// What the suggestions for a claim say of themselves, and what came.
  static Map<String, Object> figures(Reliability reliability) {
    var shown = new LinkedHashMap<String, Object>();
    for (Reliability.Step step : reliability.steps()) {
      shown.put(
          "confidence %d to %d".formatted(step.from(), step.from() + 9),
          "%d suggestions, said %s, right %s"
              .formatted(step.suggestions(), share(step.said()), share(step.came())));
    }
    shown.put("confidence, calibration error", share(reliability.error()));
    return shown;
  }

  private static Map<String, Object> figures(LabelledSentences sentences) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("sentences", sentences.sentences().size());
    add(shown, "negated", sentences.negation());
    add(shown, "historical", sentences.history());
    return shown;
  }

  private static void add(Map<String, Object> shown, String what, Agreement agreement) {
    shown.put(what + " precision", share(agreement.precision()));
    shown.put(what + " recall", share(agreement.recall()));
    shown.put(what + " F1", share(agreement.f1()));
  }

  private static String range(NoteFigures.Interval interval) {
    return share(interval.low() / 1000.0) + " to " + share(interval.high() / 1000.0);
  }

  private static String share(double share) {
    return "%.3f".formatted(share);
  }
}

package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.measure.LabelledNote;
import org.cleanclaim.coding.measure.LabelledNotes;
import org.cleanclaim.coding.measure.NoteMeasure;
import org.cleanclaim.coding.ranking.RankedCode;
import org.cleanclaim.coding.ranking.RankingTrainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Learns the ranking of mentions anew.
@Command(
    name = "coding-train",
    description =
        "Learn how likely coders give each code that a text names, from notes whose every mention"
            + " they coded. The same notes and code sets give the same file.",
    mixinStandardHelpOptions = true)
final class BenchCodingTrainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description = "A folder with text_en, labels_diagnosis.tsv and documents.tsv.")
  Path folder = Path.of(".");

  @Option(names = "--to", paramLabel = "FILE", description = "What is written.")
  @Nullable Path to;

  @Option(
      names = "--part",
      split = ",",
      defaultValue = "train,dev,test",
      description = "The parts of the set to learn from. Default: ${DEFAULT-VALUE}.")
  List<String> parts = List.of();

  @Option(names = "--source", description = "Name and licence of the notes, written into the file.")
  String source = "";

  @Option(
      names = "--folds",
      paramLabel = "NUMBER",
      description =
          "Write nothing, but measure: part the notes, rank each part by what the others teach.")
  int folds;

  @Mixin MeasuredCodes codes = new MeasuredCodes();

  @Override
  public Integer call() throws IOException {
    return codes.measure(this::learn);
  }

  private int learn(CodeSets codeSets) throws IOException {
    LabelledNotes notes =
        LabelledNotes.read(folder)
            .filter(LabelledNotes::isEveryMention)
            .orElseThrow(() ->
                new CommandFailure(folder + " has no labels_diagnosis.tsv. Check the folder."));
    Edition edition = codes.edition(codeSets);
    LocalDate day = codes.day(edition);
    var engine = CodingEngine.of(codeSets, day);
    List<LabelledNote> taught =
        notes.notes().stream().filter(note -> parts.contains(note.split())).toList();
    if (taught.isEmpty()) {
      throw new CommandFailure("No note of " + folder + " is of the parts " + parts + ".");
    }
    if (folds > 1)
      return fold(codeSets, engine, edition, new LabelledNotes(notes.name(), true, taught));
    if (to == null || source.isEmpty()) {
      throw new CommandFailure("Name --to FILE and --source \"NAME, LICENCE\", or --folds.");
    }
    Files.writeString(to, learned(engine, edition, taught));
    System.out.printf("Learned from %,d notes: %s%n", taught.size(), to);
    return Main.DONE;
  }

  /// Ranks every note by what the notes of the other parts teach.
  private int fold(CodeSets codeSets, CodingEngine engine, Edition edition, LabelledNotes notes) {
    LocalDate day = codes.day(edition);
    var ranked = new HashMap<String, List<RankedCode>>();
    var proposed = new HashMap<String, CodingProposal>();
    for (int fold = 0; fold < folds; fold++) {
      var others = new ArrayList<LabelledNote>();
      var own = new ArrayList<LabelledNote>();
      for (int i = 0; i < notes.notes().size(); i++) {
        (i % folds == fold ? own : others).add(notes.notes().get(i));
      }
      var taught = CodingEngine.of(codeSets, day, learned(engine, edition, others));
      for (LabelledNote note : own) {
        Documentation documentation = BenchCodingCommand.documentation(note, day);
        ranked.put(note.id(), taught.mentions(documentation));
        proposed.put(note.id(), taught.propose(documentation));
      }
    }
    var measure =
        new NoteMeasure(
            edition,
            note -> proposed.getOrDefault(note.id(), CodingProposal.NONE),
            note -> ranked.getOrDefault(note.id(), List.of()));
    System.out.printf("%s, %d parts, each ranked by the others%n", notes.name(), folds);
    var figures = BenchCodingCommand.figures(measure.measure(notes), true);
    figures.putAll(BenchCodingCommand.figures(measure.reliability(notes)));
    figures.forEach((figure, value) -> System.out.printf("  %-34s %s%n", figure, value));
    return Main.DONE;
  }

  private String learned(CodingEngine engine, Edition edition, List<LabelledNote> notes) {
    LocalDate day = codes.day(edition);
    RankingTrainer trainer = engine.trainer();
    for (LabelledNote note : notes) {
      trainer.add(
          BenchCodingCommand.documentation(note, day), note.codes(), note.lines(), note.original());
    }
    return trainer.learned(source + ", ICD-10-CM " + edition.name());
  }
}

package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.measure.LabelledNote;
import org.cleanclaim.coding.measure.LabelledNotes;
import org.cleanclaim.coding.ranking.RankingTrainer;
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

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "What is written.")
  Path to = Path.of("mentions.tsv");

  @Option(
      names = "--part",
      split = ",",
      defaultValue = "train,dev,test",
      description = "The parts of the set to learn from. Default: ${DEFAULT-VALUE}.")
  List<String> parts = List.of();

  @Option(
      names = "--source",
      required = true,
      description = "Name and licence of the notes, written into the file.")
  String source = "";

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
    RankingTrainer trainer = CodingEngine.of(codeSets, day).ranker().trainer();
    int learned = 0;
    for (LabelledNote note : notes.notes()) {
      if (!parts.contains(note.split())) continue;
      trainer.add(
          BenchCodingCommand.documentation(note, day), note.codes(), note.lines(), note.original());
      learned++;
    }
    if (learned == 0) {
      throw new CommandFailure("No note of " + folder + " is of the parts " + parts + ".");
    }
    Files.writeString(to, trainer.learned(source + ", ICD-10-CM " + edition.name()));
    System.out.printf("Learned from %,d notes: %s%n", learned, to);
    return Main.DONE;
  }
}

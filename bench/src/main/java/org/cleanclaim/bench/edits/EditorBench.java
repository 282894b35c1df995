package org.cleanclaim.bench.edits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.bench.Figures;
import org.cleanclaim.bench.PublisherFolder;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.edits.mce.EditorTables;
import org.cleanclaim.edits.mce.MedicareCodeEditor;
import org.cleanclaim.edits.mce.Stay;

/// Measures how many inpatient stays the Medicare Code Editor judges in a second on one core, with
/// the publisher's tables of a folder. The stays are invented: nine diagnoses and three procedures
/// drawn from all codes.
public final class EditorBench {
  private static final int STAYS = 200_000;
  private static final int ROUNDS = 8;
  private static final int SECONDARIES = 8;
  private static final int PROCEDURES = 3;
  private static final long SEED = 20_261_128;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  private EditorBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: EditorBench FOLDER");
      System.exit(2);
    }
    RuleTables content = content(Path.of(arguments[0]));
    long began = System.nanoTime();
    var editor = MedicareCodeEditor.with(EditorTables.of(content));
    Figures.row(
        "code editor, tables of %,d rows packed in ms".formatted(content.size()),
        (System.nanoTime() - began) / 1_000_000);
    List<Stay> stays = stays(content);
    long best = 0;
    long edits = 0;
    for (int i = 0; i < ROUNDS; i++) {
      began = System.nanoTime();
      edits = 0;
      for (Stay stay : stays) edits += editor.edit(stay).counts().size();
      best = Math.max(best, stays.size() * 1_000_000_000L / (System.nanoTime() - began));
    }
    Figures.row(
        "code editor, stays a second, best of %d rounds (%,d kinds of edits found)"
            .formatted(ROUNDS, edits),
        best);
  }

  private static RuleTables content(Path folder) throws IOException {
    var content = new RuleTables(List.of());
    for (SourceFile file : PublisherFolder.files(folder, Set.of(PublicationKind.MCE))) {
      if (PublisherFiles.read(file, null) instanceof ReadResult.Read read
          && read.publications().getFirst().content() instanceof RuleTables tables) {
        content = content.with(tables);
      }
    }
    return content;
  }

  private static List<Stay> stays(RuleTables content) {
    var random = new Random(SEED);
    var diagnoses = content.table("diagnoses").rows();
    var procedures = content.table("procedures").rows();
    var stays = new ArrayList<Stay>(STAYS);
    for (int i = 0; i < STAYS; i++) {
      stays.add(
          new Stay(
              DAY,
              random.nextInt(100),
              1 + random.nextInt(2),
              1,
              random.nextInt(12),
              code(diagnoses, random),
              code(diagnoses, random),
              codes(diagnoses, SECONDARIES, random),
              codes(procedures, PROCEDURES, random)));
    }
    return stays;
  }

  private static List<String> codes(List<List<String>> rows, int count, Random random) {
    var codes = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) codes.add(code(rows, random));
    return codes;
  }

  /// A text of its own, as a claim that was read has it.
  private static String code(List<List<String>> rows, Random random) {
    return String.valueOf(rows.get(random.nextInt(rows.size())).getFirst().toCharArray());
  }
}

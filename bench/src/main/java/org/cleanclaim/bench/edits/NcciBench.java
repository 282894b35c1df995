package org.cleanclaim.bench.edits;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.edits.ncci.NcciEditor;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;

/// Measures pairs, unit limits and add-on codes with the publisher's full tables: opening the
/// installed tables, their memory, and how many claims of four lines are judged in a second. The
/// lines are drawn from the codes of the tables, half of them from real pairs.
public final class NcciBench {
  private static final int CLAIMS = 100_000;
  private static final int ROUNDS = 8;
  private static final long SEED = 20_261_128;
  private static final LocalDate DAY = LocalDate.of(2024, 8, 15);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Set<PublicationKind> KINDS =
      EnumSet.of(
          PublicationKind.PTP_PRACTITIONER,
          PublicationKind.MUE_PRACTITIONER,
          PublicationKind.ADD_ON_CODES);

  private NcciBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: NcciBench FOLDER");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("cleanclaim-bench");
    long began = System.nanoTime();
    var store = CodeStore.at(work);
    store.install(files(Path.of(arguments[0])), null, InstallProgress.silent());
    row("NCCI, install of the practitioner tables in ms", millisecondsSince(began));

    long before = heap();
    began = System.nanoTime();
    var codeSets = store.open();
    var editor = new NcciEditor(NcciTables.of(codeSets));
    editor.judge(ServiceKind.PRACTITIONER, List.of(line("99213"), line("99214")));
    row("NCCI, opening of the installed tables in ms", millisecondsSince(began));
    row("NCCI, heap of the open tables in MB", (heap() - before) / 1_000_000);

    CodePairs pairs =
        codeSets
            .rules(PublicationKind.PTP_PRACTITIONER, DAY)
            .orElseThrow()
            .content(CodePairs.class);
    row("NCCI, pairs", pairs.size());
    measure(editor, claims(pairs));
  }

  private static void measure(NcciEditor editor, List<List<NcciLine>> claims) {
    long best = 0;
    long denials = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      denials = 0;
      for (List<NcciLine> claim : claims) {
        denials += editor.judge(ServiceKind.PRACTITIONER, claim).size();
      }
      best = Math.max(best, claims.size() * 1_000_000_000L / (System.nanoTime() - began));
    }
    row("NCCI, claims a second, best of %d rounds (%,d denials)".formatted(ROUNDS, denials), best);
  }

  private static List<List<NcciLine>> claims(CodePairs pairs) {
    var random = new Random(SEED);
    var claims = new ArrayList<List<NcciLine>>(CLAIMS);
    for (int i = 0; i < CLAIMS; i++) {
      CodePairs.Pair pair = pairs.pair(pairs.row(random.nextInt(pairs.size())));
      claims.add(
          List.of(
              line(pair.first()),
              line(pair.second()),
              line(pairs.codes().get(random.nextInt(pairs.codes().size()))),
              line(pairs.codes().get(random.nextInt(pairs.codes().size())))));
    }
    return claims;
  }

  /// Texts of their own, as a claim that was read has them.
  private static NcciLine line(String code) {
    return new NcciLine(String.valueOf(code.toCharArray()), List.of(), BigDecimal.ONE, DAY, DAY);
  }

  private static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long millisecondsSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static void row(String label, long value) {
    OUT.printf("%-88s %,d%n", label, value);
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    var files = new ArrayList<SourceFile>();
    List<Path> paths;
    try (var list = Files.walk(folder)) {
      paths = list.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      var file = new Loose(path);
      if (PublisherFiles.ruleKind(file).filter(KINDS::contains).isPresent()) files.add(file);
    }
    return files;
  }

  private record Loose(Path path) implements SourceFile {
    @Override
    public String name() {
      return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}

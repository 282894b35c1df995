package org.cleanclaim.bench.edits;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.bench.Figures;
import org.cleanclaim.bench.PublisherFolder;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.PublicationKind;
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
    store.install(
        PublisherFolder.files(Path.of(arguments[0]), KINDS), null, InstallProgress.silent());
    Figures.row("NCCI, install of the practitioner tables in ms", millisecondsSince(began));

    long before = Figures.heap();
    began = System.nanoTime();
    var codeSets = store.open();
    var editor = new NcciEditor(NcciTables.of(codeSets));
    editor.judge(ServiceKind.PRACTITIONER, List.of(line("99213"), line("99214")));
    Figures.row("NCCI, opening of the installed tables in ms", millisecondsSince(began));
    Figures.row("NCCI, heap of the open tables in MB", (Figures.heap() - before) / 1_000_000);

    CodePairs pairs =
        codeSets
            .rules(PublicationKind.PTP_PRACTITIONER, DAY)
            .orElseThrow()
            .content(CodePairs.class);
    Figures.row("NCCI, pairs", pairs.size());
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
    Figures.row(
        "NCCI, claims a second, best of %d rounds (%,d denials)".formatted(ROUNDS, denials), best);
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

  private static long millisecondsSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}

package org.cleanclaim.bench.edits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.bench.ClaimFileGenerator;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.X12Reader;

/// Writes a large 837P of invented claims, reads some of them, and measures how many a core scrubs
/// a second, all layers together, with the tables that are installed in a folder. The goal is
/// 30,000.
public final class ScrubBench {
  private static final long SEED = 20260302;
  private static final long BYTES = 100_000_000;
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final int CLAIMS = 20_000;
  private static final int ROUNDS = 15;

  private ScrubBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: ScrubBench CODESETS FILE.837");
      System.exit(2);
    }
    Path file = Path.of(arguments[1]);
    new ClaimFileGenerator(SEED).write(file, BYTES);
    CodeSets codeSets = CodeStore.at(Path.of(arguments[0])).open();
    var scrubber = Scrubber.of(codeSets, NcciTables.of(codeSets));
    ScrubContext context = ScrubContext.asOf(DAY).withTimelyFilingDays(90);
    List<Claim> claims = claims(file);
    var perSecond = new long[ROUNDS];
    for (int i = -1; i < ROUNDS; i++) {
      long began = System.nanoTime();
      long findings = 0;
      for (Claim claim : claims) findings += scrubber.scrub(claim, context).size();
      if (findings == 0) throw new IllegalStateException("no claim had a finding");
      if (i >= 0) perSecond[i] = claims.size() * 1_000_000_000L / (System.nanoTime() - began);
    }
    Arrays.sort(perSecond);
    System.out.printf(
        Locale.ROOT,
        "scrub, claims of %.1f lines: best %,d claims/s, median %,d claims/s%n",
        claims.stream().mapToInt(claim -> claim.lines().size()).average().orElse(0),
        perSecond[ROUNDS - 1],
        perSecond[ROUNDS / 2]);
  }

  private static List<Claim> claims(Path file) throws IOException {
    var claims = new ArrayList<Claim>(CLAIMS);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      X12Reader.claims(
          in,
          "claims",
          fault -> {
            throw new IllegalStateException(fault.finding().message());
          },
          claim -> {
            if (claims.size() < CLAIMS) claims.add(claim);
          });
    }
    return claims;
  }
}

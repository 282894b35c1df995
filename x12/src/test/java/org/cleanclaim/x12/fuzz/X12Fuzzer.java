package org.cleanclaim.x12.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.CheckedFile;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.SentClaims;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.tool.Deidentifier;
import org.cleanclaim.x12.tool.Pseudonyms;
import org.cleanclaim.x12.tool.SegmentParts;
import org.cleanclaim.x12.tool.Splitter;
import org.cleanclaim.x12.tool.X12Listing;
import org.cleanclaim.x12.tool.X12Statistics;

/// Throws damaged files at everything that reads files and wants nothing thrown back, and every 999
/// that answers one to be valid itself. Replayable: a failure names seed and index.
///
///     ./mvnw -pl x12 -am test -Dtest=X12FuzzerTest -Dx12.fuzz.segments=10000000
///
/// runs ten million mutated segments, `-Dx12.fuzz.seed` and `-Dx12.fuzz.from` repeat a run.
final class X12Fuzzer {
  private static final int LARGEST_SAMPLE = 60_000;
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(1);
  private static final long SECONDS_OF_A_HANG = 20;
  private static final Envelope ANSWER =
      new Envelope(
          "ZZ",
          "A",
          "ZZ",
          "B",
          LocalDateTime.of(2026, 1, 1, 1, 1),
          "000000001",
          false,
          Separators.STANDARD);

  private final Mutator mutator;
  private final long seed;
  private long segments;

  /// @param samples the files to damage
  X12Fuzzer(List<byte[]> samples, long seed) {
    this.mutator = new Mutator(samples, seed);
    this.seed = seed;
  }

  /// Files of a folder that are small enough.
  static List<byte[]> samples(Path folder) throws IOException {
    var samples = new ArrayList<byte[]>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".edi")).sorted().toList()) {
        if (Files.size(file) < LARGEST_SAMPLE) samples.add(Files.readAllBytes(file));
      }
    }
    return samples;
  }

  /// Runs mutants from the given index on until so many segments were read.
  ///
  /// @return how many mutants it were
  long run(long from, long wantedSegments) {
    long index = from;
    for (; segments < wantedSegments; index++) {
      byte[] mutant = mutator.mutant(index);
      try {
        read(mutant);
      } catch (Exception | AssertionError e) {
        throw new AssertionError("-Dx12.fuzz.seed=%d -Dx12.fuzz.from=%d".formatted(seed, index), e);
      }
    }
    return index - from;
  }

  long segments() {
    return segments;
  }

  /// Reads one file in every way.
  void read(byte[] bytes) throws IOException {
    long began = System.nanoTime();
    var faults = new ArrayList<Fault>();
    CheckedFile checked =
        X12Checker.check(in(bytes), "mutant", CheckOptions.standard(), faults::add);
    segments += checked.segments();
    for (Fault fault : faults) fault.finding();
    X12File file = X12Reader.read(in(bytes), "mutant");
    X12Writer.rewritten(file);
    X12Reader.claims(in(bytes), "mutant", f -> {}, c -> {});
    X12Reader.claimPayments(in(bytes), "mutant", f -> {}, c -> {});
    use(bytes);
    for (var answer : checked.answers()) {
      if (!answer.groups().isEmpty()) acknowledge(answer);
    }
    if (System.nanoTime() - began > SECONDS_OF_A_HANG * 1_000_000_000L) {
      throw new AssertionError("took more than " + SECONDS_OF_A_HANG + " seconds");
    }
  }

  /// Every tool; what it writes goes nowhere.
  private static void use(byte[] bytes) throws IOException {
    X12Listing.write(in(bytes), "mutant", GuideBook.builtIn(), new StringBuilder(), f -> {});
    new X12Statistics().add(in(bytes), "mutant");
    Deidentifier.rewrite(in(bytes), OutputStream.nullOutputStream(), PSEUDONYMS);
    Splitter.byTransaction(in(bytes), "mutant", n -> OutputStream.nullOutputStream());
    Splitter.byClaims(in(bytes), "mutant", 2, n -> OutputStream.nullOutputStream());
    SentClaims.of(bytes);
    X12Reader.segments(
        in(bytes),
        s -> SegmentParts.joined(SegmentParts.name(s), SegmentParts.of(s), s.separators()));
  }

  private static void acknowledge(CheckedFile.Answer answer) throws IOException {
    byte[] bytes = X12Writer.functionalAcknowledgments(ANSWER, "1", answer.groups());
    var errors = new ArrayList<String>();
    X12Checker.check(
        in(bytes),
        "999",
        CheckOptions.standard(),
        f -> {
          if (f.isError()) errors.add(f.toString());
        });
    if (!errors.isEmpty()) throw new AssertionError("the 999 is not valid: " + errors);
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}

package org.cleanclaim.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.CheckedFile;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Interchange;
import org.cleanclaim.x12.ReadGroup;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.lexer.SegmentLexer;

/// Our readers, from the one that does least to the one that does most. Everything that the harness
/// calls of ours is called here.
final class OwnContestants {
  private OwnContestants() {}

  static List<Contestant> of(FileKind kind) {
    return List.of(new Lexer(), new Records(kind), new WholeFile(), new GuideCheck(1));
  }

  /// The full check of one file by several cores.
  static Contestant checkOn(int cores) {
    return new GuideCheck(cores);
  }

  /// What the full check finds, warnings included.
  static CheckedFile faults(Path file, Consumer<Fault> receiver) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return X12Checker.check(in, "bench", CheckOptions.standard(), receiver);
    }
  }

  /// Bytes to segments.
  private static final class Lexer implements Contestant {
    @Override
    public String name() {
      return "Cleanclaim lexer";
    }

    @Override
    public Result run(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        var lexer = new SegmentLexer(in);
        long segments = 0;
        while (lexer.next() != null) segments++;
        return Result.segments(segments, lexer.endedInsideSegment() ? 1 : 0);
      }
    }
  }

  /// Segments to claims or claim payments, one after another.
  private static final class Records implements Contestant {
    private final FileKind kind;

    Records(FileKind kind) {
      this.kind = kind;
    }

    @Override
    public String name() {
      return "Cleanclaim typed " + (kind == FileKind.CLAIMS ? "claims" : "claim payments");
    }

    @Override
    public Result run(Path file) throws IOException {
      var count = new Count();
      try (InputStream in = Files.newInputStream(file)) {
        switch (kind) {
          case CLAIMS -> X12Reader.claims(in, "bench", count::fault, claim -> count.records++);
          case REMITTANCES ->
              X12Reader.claimPayments(in, "bench", count::fault, payment -> count.records++);
        }
      }
      return Result.claims(count.records, count.errors);
    }

    /// What the receivers were given.
    private static final class Count {
      long records;
      long errors;

      void fault(Fault fault) {
        if (fault.isError()) errors++;
      }
    }
  }

  /// Segments to claims or remittances, all of a file at once.
  private static final class WholeFile implements Contestant {
    private static final long MOST = 20_000_000;

    @Override
    public String name() {
      return "Cleanclaim whole file in memory";
    }

    @Override
    public long mostBytes() {
      return MOST;
    }

    @Override
    public Result run(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        X12File read = X12Reader.read(in, "bench");
        long segments = 0;
        for (Interchange interchange : read.interchanges()) segments += segments(interchange);
        return Result.segments(segments, read.findings().stream().filter(Finding::blocks).count());
      }
    }

    // ISA and IEA, GS and GE stand outside the transaction sets.
    private static long segments(Interchange interchange) {
      long segments = 2;
      for (ReadGroup group : interchange.groups()) {
        segments += 2;
        for (Transaction read : group.transactions()) segments += read.header().segmentCount();
      }
      return segments;
    }
  }

  /// Every segment against its guide, what has to fit together, and the answers TA1 and 999.
  private static final class GuideCheck implements Contestant {
    private final int cores;

    GuideCheck(int cores) {
      this.cores = cores;
    }

    @Override
    public String name() {
      return "Cleanclaim guide check with 999";
    }

    @Override
    public Result run(Path file) throws IOException {
      CheckedFile checked;
      try (InputStream in = Files.newInputStream(file)) {
        checked = X12Checker.check(in, "bench", CheckOptions.standard(), fault -> {}, cores);
      }
      return Result.segments(checked.segments(), checked.errors());
    }
  }
}

package org.cleanclaim.bench;

import com.imsweb.x12.Loop;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Readers that others wrote; docs/decisions/0007 says which and why.
final class PeerContestants {
  private PeerContestants() {}

  static List<Contestant> of(FileKind kind) {
    return List.of(new Staedi(), new Imsweb(kind));
  }

  /// StAEDI without a schema: every element as an event, the envelopes checked.
  private static final class Staedi implements Contestant {
    private static final int BUFFER = 1 << 16;

    @Override
    public String name() {
      return "StAEDI 1.26.0, no schema";
    }

    @Override
    public Result run(Path file) throws Exception {
      long segments = 0;
      long errors = 0;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
          var reader = EDIInputFactory.newFactory().createEDIStreamReader(in)) {
        while (reader.hasNext()) {
          EDIStreamEvent event = reader.next();
          if (event == EDIStreamEvent.START_SEGMENT) segments++;
          if (event.isError()) errors++;
        }
      }
      return Result.segments(segments, errors);
    }
  }

  /// imsweb's reader puts the segments of a whole file into the loops of its guide.
  private static final class Imsweb implements Contestant {
    private static final long MOST = 4_000_000;

    private final FileType type;

    Imsweb(FileKind kind) {
      type =
          switch (kind) {
            case CLAIMS -> FileType.ANSI837_5010_X222;
            case REMITTANCES -> FileType.ANSI835_5010_X221;
          };
    }

    @Override
    public String name() {
      return "imsweb x12-parser 1.13";
    }

    @Override
    public long mostBytes() {
      return MOST;
    }

    @Override
    public Result run(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        var reader = new com.imsweb.x12.reader.X12Reader(type, in, StandardCharsets.US_ASCII);
        long segments = 0;
        for (Loop loop : reader.getLoops()) segments += segments(loop);
        return Result.segments(
            segments, reader.getErrors().size() + reader.getFatalErrors().size());
      }
    }

    private static long segments(Loop loop) {
      long segments = loop.getSegments().size();
      for (Loop inner : loop.getLoops()) segments += segments(inner);
      return segments;
    }
  }
}

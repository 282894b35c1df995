package org.cleanclaim.codesets.publisher;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The rows of a delimited file; quotes and line breaks within cells are understood.
final class Csv implements Row.Source {
  private final CloseableIterator<CsvRecord> records;
  private long line;

  /// Opens a publisher's file; one whose last line has no end is refused as cut off.
  static Csv whole(Contents file, char separator) throws IOException {
    var scan = scan(file);
    if (!scan.isEnded) throw new DamagedFile(scan.lines, "The file ends in the middle of a line.");
    return new Csv(file, separator, scan.charset);
  }

  /// Opens a file that somebody may have made by hand.
  static Csv any(Contents file, char separator) throws IOException {
    return new Csv(file, separator, scan(file).charset);
  }

  private Csv(Contents file, char separator, Charset charset) throws IOException {
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .detectBomHeader(false)
            .ofCsvRecord(new InputStreamReader(file.open(), charset))
            .iterator();
  }

  @Override
  public @Nullable Row next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        var fields = record.getFields();
        if (line == 1 && fields.getFirst().startsWith("\uFEFF")) {
          fields = new ArrayList<>(fields);
          fields.set(0, fields.getFirst().substring(1));
        }
        var row = new Row((int) line, fields);
        if (!row.isBlank()) return row;
      }
      return null;
    } catch (CsvParseException e) {
      throw new DamagedFile(line + 1, "A quoted cell is not closed.");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /// What a first pass over the bytes tells.
  private record Scan(Charset charset, int lines, boolean isEnded) {}

  private static Scan scan(Contents file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.allocate(1 << 16);
    var out = CharBuffer.allocate(1 << 16);
    Charset charset = StandardCharsets.UTF_8;
    int lines = 1;
    byte last = '\n';
    try (var stream = file.open()) {
      for (int n = 0; n >= 0; ) {
        int start = in.position();
        n = stream.read(in.array(), start, in.remaining());
        for (int i = start; i < start + n; i++) {
          last = in.get(i);
          if (last == '\n') lines++;
        }
        in.limit(start + Math.max(0, n)).rewind();
        if (decoder.decode(in, out.clear(), n < 0).isError()) {
          charset = Contents.WINDOWS;
          in.position(in.limit());
        }
        in.compact();
      }
    }
    return new Scan(charset, lines, last == '\n');
  }
}

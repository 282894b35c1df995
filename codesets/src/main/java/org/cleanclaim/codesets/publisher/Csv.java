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

  Csv(Contents file, char separator) throws IOException {
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .detectBomHeader(false)
            .ofCsvRecord(new InputStreamReader(file.open(), charset(file)))
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

  private static Charset charset(Contents file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.allocate(1 << 16);
    var out = CharBuffer.allocate(1 << 16);
    try (var stream = file.open()) {
      for (int n = 0; n >= 0; ) {
        n = stream.read(in.array(), in.position(), in.remaining());
        in.limit(Math.max(in.position() + n, in.position())).rewind();
        var result = decoder.decode(in, out.clear(), n < 0);
        if (result.isError()) return Contents.WINDOWS;
        in.compact();
      }
    }
    return StandardCharsets.UTF_8;
  }
}

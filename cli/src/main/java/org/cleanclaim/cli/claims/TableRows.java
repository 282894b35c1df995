package org.cleanclaim.cli.claims;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Lines with commas under a heading, column by column.
final class TableRows {
  private TableRows() {}

  /// One line.
  ///
  /// @param number of the line in the file, from 1
  /// @param cells by column, in small letters, without blanks around
  record Row(long number, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /// @return whether the table could be read to its end
  static boolean read(InputStream in, Consumer<Row> receiver) throws IOException {
    try (var rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        var cells = new LinkedHashMap<String, String>();
        row.getFieldsAsMap()
            .forEach(
                (column, cell) -> cells.put(column.strip().toLowerCase(Locale.ROOT), cell.strip()));
        receiver.accept(new Row(row.getStartingLineNumber(), cells));
      }
      return true;
    } catch (CsvParseException e) {
      return false;
    }
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.SourceFile;

/// Reads the rows of any table, be it an Excel workbook (its first sheet), tab-separated or
/// comma-separated text. What the cells mean is for the caller to know.
public final class Sheet {
  private Sheet() {}

  /// What is done with each row that is not blank.
  public interface Visitor {
    /// @param line where the row begins in the file, from 1
    /// @param cells without blanks around them
    void row(int line, List<String> cells);
  }

  /// Visits the rows in their order.
  ///
  /// @return why the file cannot be read to its end, when it cannot
  /// @throws IOException when the file cannot be opened
  public static Optional<ReadResult.Refused> read(SourceFile file, Visitor visitor)
      throws IOException {
    try {
      var contents = Contents.of(file);
      if (contents.isEmpty()) throw new DamagedFile(1, "The file is empty.");
      if (Workbook.is(contents)) {
        Workbook.each(contents, row -> visitor.row(row.line(), stripped(row)));
        return Optional.empty();
      }
      if (contents.isBinary()) {
        throw new DamagedFile(
            1,
            "The file is neither text nor an Excel workbook (.xlsx).",
            "Save it as .xlsx or as CSV and install it again.");
      }
      try (var rows = Csv.any(contents, separator(contents))) {
        for (Row row = rows.next(); row != null; row = rows.next()) {
          visitor.row(row.line(), stripped(row));
        }
      }
      return Optional.empty();
    } catch (DamagedFile e) {
      return Optional.of(e.refusal(file.name()));
    }
  }

  private static List<String> stripped(Row row) {
    return row.cells().stream().map(String::strip).toList();
  }

  /// A tab where the first line that is no remark has one, else a comma.
  private static char separator(Contents contents) {
    String heading = contents.head().lines().filter(l -> !l.startsWith("#")).findFirst().orElse("");
    return heading.indexOf('\t') >= 0 ? '\t' : ',';
  }
}

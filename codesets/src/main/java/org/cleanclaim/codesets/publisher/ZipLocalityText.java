package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// The ZIP code to carrier locality file of CMS: 80 characters a line, the last five of which are
/// the year and the quarter. `plus_four` is 1 where only the nine-digit ZIP tells the locality.
final class ZipLocalityText implements RuleLayout {
  private static final List<String> COLUMNS = List.of("zip", "mac", "locality", "plus_four");
  private static final Pattern LINE =
      Pattern.compile("[A-Z]{2}\\d{5}[0-9A-Z]{5}[0-9A-Z]{2}.{6}[01] .{53}20\\d\\d[1-4]");

  @Override
  public PublicationKind kind() {
    return PublicationKind.MPFS_ZIP;
  }

  @Override
  public boolean fits(Contents file) {
    return LINE.matcher(file.firstLine()).matches();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    LocalDate from = dating.stated();
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) continue;
        if (line.length() != 80 || !line.substring(2, 7).matches("\\d{5}")) {
          throw lines.damage("The line is no ZIP code of 80 characters.");
        }
        if (from == null) from = quarter(line, lines);
        rows.add(
            List.of(
                line.substring(2, 7),
                line.substring(7, 12),
                line.substring(12, 14),
                line.substring(20, 21)));
      }
      lines.requireEnded();
    }
    if (from == null) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        Edition.ofMonth(from),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("localities", COLUMNS, rows)));
  }

  private static @Nullable LocalDate quarter(String line, Lines lines) throws DamagedFile {
    String at = line.substring(75);
    if (!at.matches("20\\d\\d[1-4]")) throw lines.damage("The line names no quarter.");
    return LocalDate.of(Integer.parseInt(at.substring(0, 4)), at.charAt(4) * 3 - '0' * 3 - 2, 1);
  }
}

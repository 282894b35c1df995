package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// Titles of the MS-DRG grouper. The files of DRGs, base DRGs, categories and hospital-acquired
/// conditions have the same heading; which one it is, its numbers tell.
final class GrouperTitles implements RuleLayout {
  private static final List<String> COLUMNS =
      List.of("number", "from_version", "to_version", "title");
  private static final int MOST_CONDITIONS = 20;

  @Override
  public PublicationKind kind() {
    return PublicationKind.MSDRG_LOGIC;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name(String.join("\t", COLUMNS)));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    var numbers = new HashSet<Integer>();
    try (var table = Table.of(Csv.whole(file, '\t'))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        if (!row.cell(0).matches("[0-9]{1,4}")) {
          throw row.damage("\"%s\" is no number.".formatted(row.cell(0)));
        }
        for (int i = 1; i <= 2; i++) {
          if (!row.cell(i).matches("[0-9]{3,10}")) {
            throw row.damage("\"%s\" is no version.".formatted(row.cell(i)));
          }
        }
        numbers.add(Integer.parseInt(row.cell(0)));
        rows.add(row.cells());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        GrouperFiles.issue(dating),
        "CMS MS-DRG Grouper " + file.name(),
        RuleTables.of(new RuleTables.Table(name(numbers), COLUMNS, rows)));
  }

  /// Category 0 is the one before all others; DRG 2 is the heart transplant without MCC, which is
  /// no base of its own.
  private static String name(Set<Integer> numbers) {
    if (numbers.contains(0)) return "mdc_title";
    if (numbers.stream().allMatch(n -> n < MOST_CONDITIONS)) return "hac_title";
    return numbers.contains(2) ? "drg_title" : "base_drg_title";
  }
}

package org.cleanclaim.grouping.hcc;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.kernel.party.Sex;

/// Diagnoses of one sex, which do not count for members of the other: the sex edits of the Medicare
/// Code Editor, which the CMS risk adjustment software applies as they stand at the end of the year
/// of service. CMS ended them with fiscal year 2025, on 2024-10-01.
public record SexConflicts(Set<String> ofWomen, Set<String> ofMen) {
  /// Where the editor's flags are not installed, or no longer in force.
  public static final SexConflicts NONE = new SexConflicts(Set.of(), Set.of());

  public SexConflicts {
    ofWomen = Set.copyOf(ofWomen);
    ofMen = Set.copyOf(ofMen);
  }

  boolean has(String diagnosis, Sex sex) {
    return (sex == Sex.MALE ? ofWomen : ofMen).contains(diagnosis);
  }

  /// Reads the flags of the editor's diagnoses.
  ///
  /// @param editor the tables of the Medicare Code Editor
  public static SexConflicts of(RuleTables editor, LocalDate on) {
    Table table = editor.table("diagnoses");
    if (table.rows().isEmpty()) return NONE;
    int from = table.column("from");
    int to = table.column("to");
    int flags = table.column("flags");
    var ofWomen = new HashSet<String>();
    var ofMen = new HashSet<String>();
    String day = on.toString();
    for (List<String> row : table.rows()) {
      if (row.get(from).compareTo(day) > 0 || row.get(to).compareTo(day) < 0) continue;
      for (String flag : row.get(flags).split("[ ,|;]+", -1)) {
        if (flag.equals("FEMALE")) ofWomen.add(row.getFirst());
        if (flag.equals("MALE")) ofMen.add(row.getFirst());
      }
    }
    return new SexConflicts(ofWomen, ofMen);
  }
}

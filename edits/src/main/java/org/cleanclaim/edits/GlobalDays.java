package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// How many days after a procedure its global package lasts: 0, 10 or 90 (physician fee schedule,
/// global days 000, 010 and 090). A package of 90 days begins on the day before.
///
/// @param byCode days of the procedures that have such a package
record GlobalDays(Map<String, Integer> byCode) {
  /// The longest package.
  static final int LONGEST = 90;

  GlobalDays {
    byCode = Map.copyOf(byCode);
  }

  /// Those of the fee schedules that are installed, by the day from which each is in force.
  static NavigableMap<LocalDate, Supplier<GlobalDays>> installed(CodeSets codeSets) {
    var byDay = new TreeMap<LocalDate, Supplier<GlobalDays>>();
    for (InstalledPublication publication : codeSets.publications()) {
      if (publication.kind() != PublicationKind.MPFS_RVU) continue;
      byDay.put(
          publication.effectiveFrom(),
          () -> publication.view(RuleTables.class, GlobalDays.class, GlobalDays::of));
    }
    return byDay;
  }

  /// Reads the publisher's table. What is said of a code without modifier counts.
  static GlobalDays of(RuleTables tables) {
    var table = tables.table("values");
    int code = table.column("hcpcs");
    int modifier = table.column("mod");
    int global = table.column("global");
    var byCode = new HashMap<String, Integer>();
    for (List<String> row : table.rows()) {
      if (!row.get(modifier).isEmpty()) continue;
      switch (row.get(global)) {
        case "000", "010", "090" -> byCode.put(row.get(code), Integer.valueOf(row.get(global)));
        default -> {}
      }
    }
    return new GlobalDays(byCode);
  }

  /// Null when the code has no such package.
  @Nullable Integer of(String code) {
    return byCode.get(code);
  }
}

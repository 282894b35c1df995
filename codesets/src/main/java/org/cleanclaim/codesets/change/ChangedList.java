package org.cleanclaim.codesets.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.CodeList;

/// A code list after the changes of a year.
public final class ChangedList {
  private ChangedList() {}

  /// What came of applying changes.
  public sealed interface Result {
    /// The new list, in the order of its codes.
    record Changed(CodeList list) implements Result {}

    /// The changes are not for this list.
    record Refused(String reason) implements Result {}
  }

  /// Applies changes to the list before them. A code that is deleted and added again under another
  /// flag changes its flag. New codes stand behind the code that they follow in the order of
  /// characters; the others keep the publisher's order, which is that of the book: `C4A` before
  /// `C44`.
  public static Result of(CodeList old, CodeChanges changes) {
    Map<String, CodeList.Row> rows = new LinkedHashMap<>();
    old.rows().forEach(row -> rows.put(row.code(), row));
    var added = new TreeMap<String, CodeList.Row>();
    for (CodeChanges.Change change : changes.changes()) {
      switch (change.action()) {
        case ADD -> {
          boolean billable = change.billable() == null ? isWhole(change.code()) : change.billable();
          added.put(change.code(), row(change, billable));
        }
        case DELETE -> {
          if (rows.remove(change.code()) == null) return missing(change);
        }
        case REVISE -> {
          CodeList.Row row = rows.get(change.code());
          if (row == null) return missing(change);
          rows.put(change.code(), row(change, row.billable()));
        }
      }
    }
    for (String code : added.keySet()) {
      if (rows.containsKey(code)) {
        return new Result.Refused(
            "The code %s is to be added and is there already.".formatted(code));
      }
    }
    return new Result.Changed(new CodeList(merged(rows.values(), added)));
  }

  private static List<CodeList.Row> merged(
      Collection<CodeList.Row> kept, NavigableMap<String, CodeList.Row> added) {
    var codes = new TreeSet<String>();
    kept.forEach(row -> codes.add(row.code()));
    Map<String, List<CodeList.Row>> behind = new HashMap<>();
    for (CodeList.Row row : added.values()) {
      String before = codes.lower(row.code());
      behind.computeIfAbsent(before == null ? "" : before, code -> new ArrayList<>()).add(row);
    }
    var merged = new ArrayList<>(behind.getOrDefault("", List.of()));
    for (CodeList.Row row : kept) {
      merged.add(row);
      merged.addAll(behind.getOrDefault(row.code(), List.of()));
    }
    return merged;
  }

  /// How many codes stand in one list alone or differ in title or flag.
  public static long differences(CodeList one, CodeList other) {
    Map<String, CodeList.Row> rows = new HashMap<>();
    one.rows().forEach(row -> rows.put(row.code(), row));
    long differing = 0;
    for (CodeList.Row row : other.rows()) {
      CodeList.Row match = rows.remove(row.code());
      if (match == null || !isSame(match, row)) differing++;
    }
    return differing + rows.size();
  }

  private static boolean isSame(CodeList.Row one, CodeList.Row other) {
    return one.billable() == other.billable()
        && one.title().equals(other.title())
        && one.shortTitle().equals(other.shortTitle());
  }

  /// The changes of ICD-10-PCS have no flag: a code of seven characters is whole, a table's heading
  /// is not.
  private static boolean isWhole(String code) {
    return code.length() == 7;
  }

  private static CodeList.Row row(CodeChanges.Change change, boolean billable) {
    return new CodeList.Row(
        change.code(), change.title(), change.shortTitle(), billable, null, null, Map.of());
  }

  private static Result missing(CodeChanges.Change change) {
    return new Result.Refused(
        "The code %s is to be %s and is not in the list before."
            .formatted(
                change.code(),
                change.action() == CodeChanges.Action.DELETE ? "deleted" : "revised"));
  }
}

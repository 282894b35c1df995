package org.cleanclaim.codesets.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;

/// All that differs between two editions of a code system, in the order of codes.
///
/// @param effectiveFrom the first day of service of the newer code list
public record EditionChanges(
    CodeSystem system,
    String oldEdition,
    String newEdition,
    LocalDate effectiveFrom,
    List<CodeChange> changes) {
  public EditionChanges {
    changes = List.copyOf(changes);
  }

  /// @throws IllegalArgumentException for editions of two systems
  public static EditionChanges between(Edition older, Edition newer) {
    if (older.system() != newer.system()) {
      throw new IllegalArgumentException(older.system() + " is not " + newer.system());
    }
    var changes = new ArrayList<CodeChange>();
    Map<String, List<String>> conversions = conversions(newer);
    CodeTable before = older.codes();
    CodeTable after = newer.codes();
    LocalDate lastDay = newer.listPeriod().from().minusDays(1);
    LocalDate firstDay = newer.listPeriod().from();
    for (int i = 0; i < before.size(); i++) {
      if (!before.holdsOn(i, lastDay)) continue;
      CodeList.Row row = before.row(i);
      int there = after.ordinal(row.code());
      boolean isThere = there != CodeTable.NONE && after.holdsOn(there, firstDay);
      List<String> named = conversions.getOrDefault(row.code(), List.of());
      if (!isThere) {
        changes.add(new CodeChange(CodeChange.Kind.DELETED, row.code(), row.title(), "", named));
      } else {
        compare(row, after, there, named, changes);
      }
    }
    for (int i = 0; i < after.size(); i++) {
      if (!after.holdsOn(i, firstDay)) continue;
      CodeList.Row row = after.row(i);
      int there = before.ordinal(row.code());
      if (there == CodeTable.NONE || !before.holdsOn(there, lastDay)) {
        changes.add(new CodeChange(CodeChange.Kind.ADDED, row.code(), "", row.title(), List.of()));
      }
    }
    changes.sort(Comparator.comparing(CodeChange::code));
    return new EditionChanges(newer.system(), older.name(), newer.name(), firstDay, changes);
  }

  private static void compare(
      CodeList.Row old, CodeTable after, int there, List<String> named, List<CodeChange> changes) {
    CodeList.Row now = after.row(there);
    if (old.billable() && !now.billable()) {
      List<String> children = Arrays.stream(after.children(there)).mapToObj(after::code).toList();
      changes.add(
          new CodeChange(
              CodeChange.Kind.GAINED_CHILDREN,
              old.code(),
              old.title(),
              now.title(),
              named.isEmpty() ? children : named));
    } else if (!old.billable() && now.billable()) {
      changes.add(
          new CodeChange(
              CodeChange.Kind.BECAME_BILLABLE, old.code(), old.title(), now.title(), List.of()));
    } else if (!old.title().equals(now.title())) {
      changes.add(
          new CodeChange(
              CodeChange.Kind.RETITLED, old.code(), old.title(), now.title(), List.of()));
    }
  }

  /// What the conversion table names for former codes, as of the newer edition's first day.
  private static Map<String, List<String>> conversions(Edition newer) {
    var conversions = new HashMap<String, List<String>>();
    newer
        .table(PublicationKind.ICD10CM_CONVERSIONS, Crosswalk.class)
        .ifPresent(table -> {
          for (Crosswalk.Link link : table.links()) {
            if (newer.listPeriod().from().equals(link.since())) {
              conversions.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link.to());
            }
          }
        });
    return conversions;
  }
}

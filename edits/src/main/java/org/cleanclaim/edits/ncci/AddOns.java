package org.cleanclaim.edits.ncci;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// The add-on codes with their primaries.
public record AddOns(Map<String, AddOn> byCode) {
  /// Stands in the publisher's table for primaries that the contractor names.
  private static final String ANY = "CCCCC";

  public AddOns {
    byCode = Map.copyOf(byCode);
  }

  /// No code is an add-on.
  public static AddOns none() {
    return new AddOns(Map.of());
  }

  /// Reads the publisher's table.
  static AddOns of(RuleTables tables) {
    var table = tables.table("add_ons");
    int addOn = table.column("add_on");
    int type = table.column("type");
    int primary = table.column("primary");
    int from = table.column("from");
    int until = table.column("until");
    var types = new HashMap<String, AddOn.Type>();
    var primaries = new HashMap<String, List<AddOn.Primary>>();
    for (List<String> row : table.rows()) {
      String code = row.get(addOn);
      types.merge(code, AddOn.Type.of(Integer.parseInt(row.get(type))), AddOns::milder);
      List<AddOn.Primary> list = primaries.computeIfAbsent(code, _ -> new ArrayList<>());
      if (row.get(primary).equals(ANY)) continue;
      list.add(
          new AddOn.Primary(
              row.get(primary),
              day(row.get(from), Long.MIN_VALUE),
              day(row.get(until), Long.MAX_VALUE)));
    }
    var byCode = new HashMap<String, AddOn>();
    types.forEach(
        (code, t) -> byCode.put(code, new AddOn(t, primaries.getOrDefault(code, List.of()))));
    return new AddOns(byCode);
  }

  /// Rows that contradict each other leave it to the contractor.
  private static AddOn.Type milder(AddOn.Type one, AddOn.Type other) {
    return one == other ? one : AddOn.Type.LISTED_AND_CONTRACTOR;
  }

  private static long day(String text, long whenEmpty) {
    return text.isEmpty()
        ? whenEmpty
        : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
  }

  /// What is known of a code as an add-on.
  public Optional<AddOn> addOn(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}

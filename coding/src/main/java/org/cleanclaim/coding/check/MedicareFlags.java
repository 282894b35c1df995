package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;

/// What the tables of the Medicare Code Editor say of diagnoses: one sex, one class of ages, not as
/// principal diagnosis (CMS, Definitions of Medicare Code Edits).
final class MedicareFlags {
  private static final Set<String> AGES = Set.of("NEWBORN", "PEDIATRIC", "MATERNITY", "ADULT");

  private record Row(LocalDate from, LocalDate to, Set<String> flags) {}

  private record AgeRow(String kind, LocalDate from, LocalDate to, int youngest, int oldest) {}

  private final Map<String, List<Row>> byCode = new HashMap<>();
  private final List<AgeRow> ages;

  private MedicareFlags(RuleTables tables) {
    RuleTables.Table diagnoses = tables.table("diagnoses");
    if (!diagnoses.rows().isEmpty()) {
      int code = diagnoses.column("code");
      int from = diagnoses.column("from");
      int to = diagnoses.column("to");
      int flags = diagnoses.column("flags");
      for (List<String> row : diagnoses.rows()) {
        Set<String> named = flags(row.get(flags));
        if (named.isEmpty()) continue;
        byCode
            .computeIfAbsent(row.get(code), c -> new ArrayList<>(1))
            .add(new Row(LocalDate.parse(row.get(from)), LocalDate.parse(row.get(to)), named));
      }
    }
    RuleTables.Table spans = tables.table("ages");
    ages =
        spans.rows().stream()
            .map(row ->
                new AgeRow(
                    row.get(spans.column("type")).toUpperCase(Locale.ROOT),
                    LocalDate.parse(row.get(spans.column("from"))),
                    LocalDate.parse(row.get(spans.column("to"))),
                    Integer.parseInt(row.get(spans.column("start_age"))),
                    Integer.parseInt(row.get(spans.column("end_age")))))
            .toList();
  }

  static MedicareFlags of(RuleTables tables) {
    return new MedicareFlags(tables);
  }

  private static Set<String> flags(String cell) {
    var flags = new HashSet<String>();
    for (String flag : cell.split("[,;| ]+")) {
      if (!flag.isEmpty()) flags.add(flag.toUpperCase(Locale.ROOT));
    }
    return Set.copyOf(flags);
  }

  /// The flags of a code on a day; none where the tables do not name it.
  Set<String> of(String code, LocalDate day) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(row -> !row.from.isAfter(day) && !row.to.isBefore(day))
        .map(Row::flags)
        .findFirst()
        .orElse(Set.of());
  }

  /// Whether a code of one class of ages is not for a patient of this age.
  boolean isOutOfAge(String code, int years, LocalDate day) {
    var classes = new HashSet<>(of(code, day));
    classes.retainAll(AGES);
    return !classes.isEmpty()
        && !ages.isEmpty()
        && ages.stream()
            .noneMatch(a ->
                classes.contains(a.kind)
                    && !a.from.isAfter(day)
                    && !a.to.isBefore(day)
                    && a.youngest <= years
                    && years <= a.oldest);
  }
}

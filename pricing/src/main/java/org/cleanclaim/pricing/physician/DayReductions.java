package org.cleanclaim.pricing.physician;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Takes lines of one day down where services of one family meet. Source: CMS Claims Processing
/// Manual, chapter 23, section 30.2.2 (multiple procedure indicator), and the sections that
/// [MultipleProcedures] names.
final class DayReductions {
  private static final String SURGERY = "CMS Claims Processing Manual, chapter 12, section 40.6";
  private static final String DIAGNOSTIC =
      "CMS Claims Processing Manual, chapter 12, section 20.4.7; half up to the cent";
  private static final String THERAPY = "CMS Claims Processing Manual, chapter 5, section 10.7";

  private final PhysicianTables tables;

  DayReductions(PhysicianTables tables) {
    this.tables = tables;
  }

  void apply(List<Draft> all) {
    List<Draft> drafts = withoutBases(all);
    endoscopies(drafts);
    surgeries(drafts);
    technical(drafts, '4', 50);
    technical(drafts, '6', 75);
    technical(drafts, '7', 80);
    drafts.forEach(Draft::capToOutpatient);
    interpretations(drafts);
    therapy(drafts);
  }

  /// The base endoscopy of a family is held by the price of any other of the family. What is left
  /// enters the ranks.
  private static List<Draft> withoutBases(List<Draft> all) {
    Set<String> bases =
        having(all, '3').stream()
            .filter(draft -> !draft.values().code().equals(family(draft)))
            .map(DayReductions::family)
            .collect(Collectors.toSet());
    var left = new ArrayList<Draft>();
    for (Draft draft : all) {
      if (bases.contains(draft.values().code())) {
        draft.reduceTo(0, "held by another endoscopy of the family", SURGERY + ".B");
      } else {
        left.add(draft);
      }
    }
    return left;
  }

  private void endoscopies(List<Draft> drafts) {
    for (List<Draft> family : families(drafts).values()) {
      if (family.size() < 2) continue;
      Draft first = family.getFirst();
      long base =
          tables
              .values(first.values().policy().family(), "")
              .map(row -> row.cents(first.indices(), first.setting()))
              .orElse(0L);
      long[] left = MultipleProcedures.endoscopy(amounts(family), base);
      for (int i = 0; i < left.length; i++) {
        family
            .get(i)
            .reduceTo(left[i], "another endoscopy of the family: without the base", SURGERY);
      }
    }
  }

  private static Map<String, List<Draft>> families(List<Draft> drafts) {
    var families = new TreeMap<String, List<Draft>>();
    for (Draft draft : having(drafts, '3')) {
      families.computeIfAbsent(family(draft), f -> new ArrayList<>()).add(draft);
    }
    return families;
  }

  private static String family(Draft draft) {
    String base = draft.values().policy().family();
    return base.isEmpty() ? draft.values().code() : base;
  }

  /// Endoscopies of one family enter the rank as one service.
  private static void surgeries(List<Draft> drafts) {
    var groups = new ArrayList<List<Draft>>();
    for (Draft draft : having(drafts, '2')) groups.add(List.of(draft));
    groups.addAll(families(drafts).values());
    long[] sums = new long[groups.size()];
    for (int i = 0; i < sums.length; i++) {
      for (Draft draft : groups.get(i)) sums[i] += draft.cents();
    }
    long[] left = MultipleProcedures.surgery(sums);
    for (int i = 0; i < sums.length; i++) {
      for (Draft draft : groups.get(i)) {
        if (left[i] < 0) {
          draft.refuse(
              "The sixth and any further operation of a day is paid by report.",
              "Send the operative report.");
        } else if (left[i] != sums[i]) {
          draft.reduceTo(
              MultipleProcedures.percent(draft.cents(), 50),
              "second to fifth operation of the day: 50 %",
              SURGERY + "; half up to the cent");
        }
      }
    }
  }

  private void interpretations(List<Draft> drafts) {
    var lines = having(drafts, '4').stream().filter(d -> !isTechnical(d)).toList();
    long[] amounts = new long[lines.size()];
    for (int i = 0; i < amounts.length; i++) amounts[i] = part(lines.get(i), "26");
    reduce(lines, amounts, 95, "professional part of further imaging: 95 %");
  }

  private void technical(List<Draft> drafts, char indicator, int percent) {
    var lines =
        having(drafts, indicator).stream()
            .filter(d -> !d.values().modifier().equals("26"))
            .toList();
    long[] amounts = new long[lines.size()];
    for (int i = 0; i < amounts.length; i++) amounts[i] = part(lines.get(i), "TC");
    reduce(lines, amounts, percent, "technical part after the first: %d %%".formatted(percent));
  }

  private static void reduce(List<Draft> lines, long[] amounts, int percent, String why) {
    long[] left = MultipleProcedures.share(amounts, percent);
    for (int i = 0; i < left.length; i++) {
      lines.get(i).reduceTo(lines.get(i).cents() - amounts[i] + left[i], why, DIAGNOSTIC);
    }
  }

  /// The amount of a part: all of a line that bills the part alone or has no parts.
  private long part(Draft draft, String part) {
    if (!draft.values().modifier().isEmpty()) return draft.cents();
    var row = tables.values(draft.values().code(), part);
    if (row.isEmpty()) return part.equals("TC") ? draft.cents() : 0;
    long unit = row.get().cents(draft.indices(), draft.setting());
    return Math.min(draft.cents(), unit * draft.line().units());
  }

  private static boolean isTechnical(Draft draft) {
    return draft.values().modifier().equals("TC");
  }

  /// Each unit counts by itself; of equal expenses the first is paid in full.
  private static void therapy(List<Draft> drafts) {
    var lines = having(drafts, '5');
    Draft full = null;
    for (Draft draft : lines) {
      if (full == null || unitExpense(draft) > unitExpense(full)) full = draft;
    }
    for (Draft draft : lines) {
      int units = draft.line().units();
      int reduced = draft == full ? units - 1 : units;
      long unit = draft.cents() / units;
      long less =
          unit
              - Math.min(unit, draft.values().centsOfHalfExpense(draft.indices(), draft.setting()));
      draft.reduceTo(
          draft.cents() - less * reduced,
          "%d further therapy units of the day: half the practice expense".formatted(reduced),
          THERAPY + "; half up to the cent");
    }
  }

  private static long unitExpense(Draft draft) {
    return draft.expense() / draft.line().units();
  }

  private static List<Draft> having(List<Draft> drafts, char indicator) {
    return drafts.stream().filter(d -> d.values().policy().multiple() == indicator).toList();
  }

  private static long[] amounts(List<Draft> drafts) {
    return drafts.stream().mapToLong(Draft::cents).toArray();
  }
}

package org.cleanclaim.grouping.msdrg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// The grouper's tables in a compact form, for all versions that they hold: lists as bits, codes as
/// longs, formulas parsed.
public final class GrouperTables {
  /// The tables without which nothing can be grouped.
  private static final List<String> NEEDED =
      List.of(
          "diagnosis",
          "procedure",
          "drg_formulas",
          "exclusion_of_pdx",
          "exclusion_group",
          "cluster",
          "cluster_of_code",
          "sex_dependent_mdc",
          "hac_formula");

  final CodeLists diagnosisLists = new CodeLists();
  final CodeLists procedureLists = new CodeLists();
  final CodeTable<Facts.OfDiagnosis> diagnoses;
  final CodeTable<Facts.OfProcedure> procedures;
  final CodeTable<Set<Long>> excludedBy;
  final CodeTable<List<Cluster>> clusters;
  final CodeTable<int[]> mdcsBySex;
  private final Map<Integer, VersionRules> rules = new HashMap<>();
  private final Map<String, List<Title>> titles = new HashMap<>();

  private record Title(int from, int to, String text) {}

  /// The rules of one version.
  ///
  /// @param byMdc the formulas of each major diagnostic category, by rank
  record VersionRules(Map<Integer, List<Rule>> byMdc, List<HacRule> hacs) {
    List<Rule> of(int mdc) {
      return byMdc.getOrDefault(mdc, List.of());
    }
  }

  /// When conditions on the lists of a hospital-acquired condition meet its criteria.
  record HacRule(int number, Formula formula, Bits secondaryLists) {}

  private GrouperTables(RuleTables tables) {
    List<Rule> allRules = rules(tables);
    List<LogicRow> hacRows = LogicRow.of(tables.table("hac_formula"));
    Map<LogicRow, Formula> hacFormulas = new HashMap<>();
    for (LogicRow row : hacRows) {
      hacFormulas.put(
          row, FormulaParser.parse(row.text("formula"), diagnosisLists, procedureLists));
    }
    diagnoses = diagnoses(LogicRow.of(tables.table("diagnosis")));
    procedures = procedures(LogicRow.of(tables.table("procedure")));
    excludedBy = exclusions(tables);
    clusters = clusters(tables);
    mdcsBySex = mdcsBySex(LogicRow.of(tables.table("sex_dependent_mdc")));
    for (GrouperVersion version : GrouperVersion.values()) {
      int number = version.number();
      var byMdc = new HashMap<Integer, List<Rule>>();
      for (Rule rule : allRules) {
        if (rule.isOf(number)) byMdc.computeIfAbsent(rule.mdc(), m -> new ArrayList<>()).add(rule);
      }
      byMdc.values().forEach(list -> list.sort(Comparator.comparingInt(Rule::rank)));
      if (byMdc.isEmpty()) continue;
      var hacs = new ArrayList<HacRule>();
      for (LogicRow row : hacRows) {
        if (!row.isOf(number)) continue;
        Formula formula = hacFormulas.getOrDefault(row, new Formula.Any(List.of()));
        Bits lists = new Bits(diagnosisLists.words());
        secondaryLists(formula, lists);
        hacs.add(new HacRule(row.number("hac"), formula, lists));
      }
      rules.put(number, new VersionRules(byMdc, hacs));
    }
    for (String kind : List.of("drg_title", "mdc_title", "hac_title")) {
      for (LogicRow row : LogicRow.of(tables.table(kind))) {
        titles
            .computeIfAbsent(kind + row.number("number"), k -> new ArrayList<>())
            .add(new Title(row.from(), row.to(), row.text("title")));
      }
    }
  }

  /// The tables of an installed publication.
  ///
  /// @throws IllegalArgumentException when a table is missing or a formula cannot be read
  public static GrouperTables of(RuleTables tables) {
    List<String> missing = NEEDED.stream().filter(name -> !tables.has(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("tables are missing: " + String.join(", ", missing));
    }
    return new GrouperTables(tables);
  }

  /// Whether the tables hold a version.
  public boolean has(GrouperVersion version) {
    return rules.containsKey(version.number());
  }

  /// What a DRG is called in a version.
  public Optional<String> drgTitle(int drg, GrouperVersion version) {
    return title("drg_title" + drg, version);
  }

  /// What a major diagnostic category is called in a version.
  public Optional<String> mdcTitle(int mdc, GrouperVersion version) {
    return title("mdc_title" + mdc, version);
  }

  /// What a hospital-acquired condition is called in a version.
  public Optional<String> hacTitle(int hac, GrouperVersion version) {
    return title("hac_title" + hac, version);
  }

  private Optional<String> title(String key, GrouperVersion version) {
    return titles.getOrDefault(key, List.of()).stream()
        .filter(title -> title.from <= version.number() && version.number() <= title.to)
        .map(Title::text)
        .findFirst();
  }

  @Nullable VersionRules rules(int version) {
    return rules.get(version);
  }

  private List<Rule> rules(RuleTables tables) {
    List<LogicRow> rows = LogicRow.of(tables.table("drg_formulas"));
    Map<String, Formula> parsed = new HashMap<>();
    for (LogicRow row : rows) {
      diagnosisLists.note(row.text("severity_suppression"));
      parsed.computeIfAbsent(
          row.text("formula"), text -> FormulaParser.parse(text, diagnosisLists, procedureLists));
    }
    for (LogicRow row : LogicRow.of(tables.table("diagnosis"))) {
      diagnosisLists.note(row.text("attributes"));
      diagnosisLists.note(row.text("hac_attributes"));
      diagnosisLists.note(row.text("category"));
    }
    for (LogicRow row : LogicRow.of(tables.table("procedure"))) {
      procedureLists.note(row.text("attributes"));
    }
    for (LogicRow row : LogicRow.of(tables.table("hac_formula"))) {
      FormulaParser.parse(row.text("formula"), diagnosisLists, procedureLists);
    }
    var rules = new ArrayList<Rule>();
    for (LogicRow row : rows) {
      String suppressed = row.text("severity_suppression");
      rules.add(
          new Rule(
              row.from(),
              row.to(),
              row.number("mdc"),
              row.number("rank"),
              row.number("base_drg"),
              row.number("drg"),
              CareType.of(row.text("type")),
              row.number("reroute_mdc"),
              row.number("drg_severity"),
              row.text("formula"),
              parsed.getOrDefault(row.text("formula"), new Formula.Any(List.of())),
              diagnosisLists.bits(suppressed),
              !suppressed.isEmpty()));
    }
    return rules;
  }

  private CodeTable<Facts.OfDiagnosis> diagnoses(List<LogicRow> rows) {
    var table = new CodeTable<Facts.OfDiagnosis>(rows.size());
    Map<String, Facts.OfDiagnosis> shared = new HashMap<>();
    for (LogicRow row : rows) {
      String hac = row.text("hac_attributes");
      String lists = joined(joined(row.text("attributes"), row.text("category")), hac);
      String key = row.text("mdc") + " " + row.text("severity") + " " + lists;
      Facts.OfDiagnosis facts =
          shared.computeIfAbsent(
              key,
              k ->
                  new Facts.OfDiagnosis(
                      row.number("mdc"),
                      Level.of(row.text("severity")),
                      diagnosisLists.bits(lists),
                      hac.isEmpty() ? 0 : 1));
      table.add(row.text("code"), row.from(), row.to(), facts);
    }
    return table;
  }

  private static String joined(String some, String others) {
    return some.isEmpty() ? others : others.isEmpty() ? some : some + "," + others;
  }

  private CodeTable<Facts.OfProcedure> procedures(List<LogicRow> rows) {
    var table = new CodeTable<Facts.OfProcedure>(rows.size());
    Map<String, Facts.OfProcedure> shared = new HashMap<>();
    int notOperating = procedureLists.number("nonor");
    for (LogicRow row : rows) {
      Facts.OfProcedure facts =
          shared.computeIfAbsent(
              row.text("attributes"),
              lists -> {
                Bits bits = procedureLists.bits(lists);
                return new Facts.OfProcedure(bits, !bits.has(notOperating));
              });
      table.add(row.text("code"), row.from(), row.to(), facts);
    }
    return table;
  }

  private static CodeTable<Set<Long>> exclusions(RuleTables tables) {
    Map<String, Set<Long>> groups = new HashMap<>();
    for (LogicRow row : LogicRow.of(tables.table("exclusion_group"))) {
      Set<Long> codes = new HashSet<>();
      for (String code : row.text("secondary_diagnoses").split(","))
        codes.add(CodeTable.pack(code));
      groups.put(row.text("exclusion_group"), codes);
    }
    List<LogicRow> rows = LogicRow.of(tables.table("exclusion_of_pdx"));
    var table = new CodeTable<Set<Long>>(rows.size());
    for (LogicRow row : rows) {
      table.add(
          row.text("principal_diagnosis"),
          row.from(),
          row.to(),
          groups.getOrDefault(row.text("exclusion_group"), Set.of()));
    }
    return table;
  }

  private static CodeTable<List<Cluster>> clusters(RuleTables tables) {
    Map<String, List<Cluster>> byName = new HashMap<>();
    for (LogicRow row : LogicRow.of(tables.table("cluster"))) {
      String name = row.text("cluster");
      byName
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(
              Cluster.of(
                  name, row.from(), row.to(), row.text("suppressed_in_mdcs"), row.text("members")));
    }
    List<LogicRow> rows = LogicRow.of(tables.table("cluster_of_code"));
    var table = new CodeTable<List<Cluster>>(rows.size());
    for (LogicRow row : rows) {
      var all = new ArrayList<Cluster>();
      for (String name : row.text("clusters").split(",")) {
        all.addAll(byName.getOrDefault(name, List.of()));
      }
      table.add(row.text("procedure"), row.from(), row.to(), List.copyOf(all));
    }
    return table;
  }

  private static CodeTable<int[]> mdcsBySex(List<LogicRow> rows) {
    var table = new CodeTable<int[]>(rows.size());
    for (LogicRow row : rows) {
      int[] femaleAndMale = {row.number("female_mdc"), row.number("male_mdc")};
      table.add(row.text("code"), row.from(), row.to(), femaleAndMale);
    }
    return table;
  }

  private static void secondaryLists(Formula formula, Bits lists) {
    switch (formula) {
      case Formula.All all -> all.parts().forEach(part -> secondaryLists(part, lists));
      case Formula.Any any -> any.parts().forEach(part -> secondaryLists(part, lists));
      case Formula.Secondary secondary -> lists.set(secondary.list());
      case Formula.Not _,
          Formula.Principal _,
          Formula.Either _,
          Formula.Only _,
          Formula.Procedure _,
          Formula.Computed _ -> {}
    }
  }
}

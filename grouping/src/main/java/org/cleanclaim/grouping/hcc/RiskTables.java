package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.jspecify.annotations.Nullable;

/// The tables of one model for one payment year, in the form the scorer works on.
public final class RiskTables {
  /// Above the highest number of a category (463 in V28).
  static final int CATEGORIES = 512;

  private static final int[] NONE = {};

  private final RiskModel model;
  private final Map<String, int[]> categories;
  private final Map<String, List<DiagnosisEdit>> edits;
  private final BitSet[] below;
  private final Map<Integer, String> labels;
  private final ModelRules rules;
  private final Map<String, Coefficient> named;
  private final Map<Segment, SegmentCoefficients> segments = new EnumMap<>(Segment.class);

  private RiskTables(
      RiskModel model,
      Map<String, int[]> categories,
      Map<String, List<DiagnosisEdit>> edits,
      List<RuleTables> models) {
    this.model = model;
    this.categories = categories;
    this.edits = edits;
    this.labels = labels(model, models);
    this.below = hierarchies(model, models);
    this.rules = ModelRules.of(model);
    this.named = coefficients(model, models);
    for (Segment segment : Segment.values()) {
      String prefix = segment.prefix();
      var own = new HashMap<String, Coefficient>();
      named.forEach((name, coefficient) -> {
        if (name.startsWith(prefix)) {
          String rest = coefficient.name().substring(prefix.length());
          own.put(
              name.substring(prefix.length()).replaceFirst("^rxhcc", "hcc"),
              new Coefficient(rest, coefficient.label(), coefficient.thousandths()));
        }
      });
      segments.put(segment, new SegmentCoefficients(own, labels, rules.interactions()));
    }
  }

  /// The tables of a model; empty where mapping, hierarchies or coefficients have nothing of it.
  ///
  /// @param mapping the diagnosis mapping of the payment year
  /// @param edits age and sex edits, if any
  /// @param models coefficients, hierarchies and labels, the issue to be preferred first
  public static Optional<RiskTables> of(
      RiskModel model, RuleTables mapping, Optional<RuleTables> edits, List<RuleTables> models) {
    Map<String, int[]> categories = categories(model, mapping);
    var tables =
        new RiskTables(
            model,
            categories,
            edits.map(installed -> edits(model, installed)).orElse(Map.of()),
            models);
    boolean hasHierarchies = Arrays.stream(tables.below).anyMatch(Objects::nonNull);
    Segment first =
        switch (model.family()) {
          case MEDICAL -> Segment.CNA;
          case RENAL -> Segment.DI;
          case DRUGS -> Segment.RX_AGED;
        };
    boolean hasCoefficients = tables.coefficients(first).named("f65_69") != null;
    return categories.isEmpty() || !hasHierarchies || !hasCoefficients
        ? Optional.empty()
        : Optional.of(tables);
  }

  /// These tables with former diagnoses that the mapping no longer has: each gets the categories of
  /// the codes that took its place, if all of them have the same.
  ///
  /// @param successors by the former code
  RiskTables with(Map<String, List<String>> successors) {
    successors.forEach((former, codes) -> {
      if (categories.containsKey(former)) return;
      int[] first = categories(codes.getFirst());
      boolean isShared = codes.stream().allMatch(code -> Arrays.equals(categories(code), first));
      if (isShared && first.length > 0) categories.put(former, first);
    });
    return this;
  }

  public RiskModel model() {
    return model;
  }

  /// The categories of a diagnosis before edits and hierarchies.
  int[] categories(String diagnosis) {
    return categories.getOrDefault(diagnosis, NONE);
  }

  /// The edit that a diagnosis meets in a member.
  Optional<DiagnosisEdit> edit(String diagnosis, Member member) {
    List<DiagnosisEdit> own = edits.get(diagnosis);
    if (own == null) return Optional.empty();
    return own.stream().filter(edit -> edit.holdsFor(member)).findFirst();
  }

  /// The categories that a category takes in.
  BitSet below(int category) {
    BitSet found = below[category];
    return found == null ? new BitSet(0) : found;
  }

  boolean hasBelow(int category) {
    return below[category] != null;
  }

  /// What a category is about; empty where no labels are installed.
  public String label(int category) {
    return labels.getOrDefault(category, "");
  }

  Map<Integer, BitSet> needs() {
    return rules.needs();
  }

  /// Categories that never count.
  BitSet left() {
    return rules.left();
  }

  /// A coefficient by its whole name in small letters.
  @Nullable Coefficient named(String name) {
    return named.get(name);
  }

  SegmentCoefficients coefficients(Segment segment) {
    return Objects.requireNonNull(segments.get(segment));
  }

  private static Map<String, int[]> categories(RiskModel model, RuleTables mapping) {
    Table table = mapping.table("mapping " + model.title());
    if (table.rows().isEmpty()) table = mapping.table("mapping");
    var found = new HashMap<String, int[]>();
    for (List<String> row : table.rows()) {
      if (!row.get(2).equals(model.title())) continue;
      int category = Integer.parseInt(row.get(1));
      found.merge(row.get(0), new int[] {category}, RiskTables::joined);
    }
    return found;
  }

  private static int[] joined(int[] some, int[] further) {
    int[] all = Arrays.copyOf(some, some.length + further.length);
    System.arraycopy(further, 0, all, some.length, further.length);
    return all;
  }

  private static Map<String, List<DiagnosisEdit>> edits(RiskModel model, RuleTables installed) {
    Table table = installed.table("edits");
    var found = new HashMap<String, List<DiagnosisEdit>>();
    for (List<String> row : table.rows()) {
      if (!row.get(table.column("model_name")).equals(model.title())) continue;
      found
          .computeIfAbsent(row.get(0), code -> new ArrayList<>())
          .add(DiagnosisEdit.of(row, table.column("sex")));
    }
    return found;
  }

  private static BitSet[] hierarchies(RiskModel model, List<RuleTables> models) {
    var below = new BitSet[CATEGORIES];
    for (List<String> row : rows(models, "hierarchies", isOf(model))) {
      int parent = Integer.parseInt(row.get(0));
      if (below[parent] == null) below[parent] = new BitSet();
      below[parent].set(Integer.parseInt(row.get(1)));
    }
    return below;
  }

  private static Map<Integer, String> labels(RiskModel model, List<RuleTables> models) {
    var labels = new HashMap<Integer, String>();
    for (List<String> row : rows(models, "labels", isOf(model))) {
      labels.put(Integer.parseInt(row.get(0).replaceAll("\\D", "")), row.get(1));
    }
    return labels;
  }

  /// None where a table gives two values for one name: whichever were taken could be the wrong one.
  private static Map<String, Coefficient> coefficients(RiskModel model, List<RuleTables> models) {
    BiPredicate<Table, List<String>> isOfVersion =
        (table, row) -> row.get(table.column("model_version")).equals(model.coefficients());
    List<List<String>> rows = rows(models, "coefficients " + model.coefficients(), isOfVersion);
    if (rows.isEmpty()) rows = rows(models, "coefficients", isOfVersion);
    var coefficients = new HashMap<String, Coefficient>();
    for (List<String> row : rows) {
      String name = row.get(0);
      int thousandths = new BigDecimal(row.get(1)).movePointRight(3).intValueExact();
      Coefficient before =
          coefficients.putIfAbsent(
              name.toLowerCase(Locale.ROOT), new Coefficient(name, "", thousandths));
      if (before != null && before.thousandths() != thousandths) return Map.of();
    }
    return coefficients;
  }

  private static BiPredicate<Table, List<String>> isOf(RiskModel model) {
    return (table, row) ->
        row.get(table.column("model_domain")).equals(model.family().domain())
            && row.get(table.column("model_version")).equals(model.version());
  }

  /// The rows of a model in the first issue that has any, in a table of the name or in several,
  /// each with a further word.
  private static List<List<String>> rows(
      List<RuleTables> models, String name, BiPredicate<Table, List<String>> isWanted) {
    for (RuleTables issue : models) {
      List<List<String>> rows =
          issue.tables().stream()
              .filter(table -> table.name().equals(name) || table.name().startsWith(name + " "))
              .flatMap(table -> table.rows().stream().filter(row -> isWanted.test(table, row)))
              .toList();
      if (!rows.isEmpty()) return rows;
    }
    return List.of();
  }
}

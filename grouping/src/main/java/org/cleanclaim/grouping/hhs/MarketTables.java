package org.cleanclaim.grouping.hhs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.codesets.publication.RuleTables;

/// The model tables of one benefit year, in the form the scorer works on.
public final class MarketTables {
  private final Variables variables = new Variables();
  private final int age = variables.place(Variables.AGE);
  private final int months = variables.place(Variables.MONTHS);
  private final Map<String, List<MappedCategory>> mapping = new HashMap<>();
  private final Map<String, List<Integer>> drugs = new HashMap<>();
  private final Map<Integer, List<Integer>> below = new HashMap<>();
  private final Map<Integer, String> labels = new HashMap<>();
  private final Map<AgeModel, MarketModel> models = new EnumMap<>(AgeModel.class);
  private final Map<SharedCost, BigDecimal> costSharing = new HashMap<>();

  /// A category that a diagnosis has for some ages and one or both sexes.
  ///
  /// @param holder who has the category by the diagnosis, by the age on the last day
  /// @param believed in whom the diagnosis is believed, by the age at the service
  record MappedCategory(int variable, AgeAndSex holder, AgeAndSex believed) {}

  private record SharedCost(AgeModel model, int indicator, MetalLevel metal) {}

  private MarketTables(RuleTables tables) {
    for (List<String> row : tables.table("mapping").rows()) {
      mapping
          .computeIfAbsent(row.getFirst(), code -> new ArrayList<>(1))
          .add(
              new MappedCategory(
                  variables.ofCondition(row.get(1)),
                  AgeAndSex.of(row, 2, 3, 4),
                  AgeAndSex.of(row, 5, 6, 7)));
    }
    for (List<String> row : tables.table("drugs").rows()) {
      int variable = variables.ofDrugs(row.get(0));
      drugs.computeIfAbsent(row.get(1), code -> new ArrayList<>(1)).add(variable);
      labels.put(variable, row.get(2));
    }
    for (List<String> row : tables.table("hierarchies").rows()) {
      addBelow(variables.ofCondition(row.get(0)), variables.ofCondition(row.get(1)));
    }
    for (List<String> row : tables.table("drug hierarchies").rows()) {
      addBelow(variables.ofDrugs(row.get(0)), variables.ofDrugs(row.get(1)));
    }
    for (List<String> row : tables.table("labels").rows()) {
      labels.put(variables.ofCondition(row.get(0)), row.get(1));
    }
    for (AgeModel model : AgeModel.values()) {
      models.put(model, MarketModel.of(model, tables, variables));
    }
    for (List<String> row : tables.table("cost sharing").rows()) {
      costSharing.put(
          new SharedCost(
              AgeModel.valueOf(row.get(0)),
              Integer.parseInt(row.get(1)),
              MetalLevel.valueOf(row.get(2))),
          new BigDecimal(row.get(3)));
    }
  }

  /// Reads the tables of the workbook of one benefit year.
  public static MarketTables of(RuleTables tables) {
    return new MarketTables(tables);
  }

  private void addBelow(int parent, int child) {
    below.computeIfAbsent(parent, known -> new ArrayList<>()).add(child);
  }

  /// The values of an enrollee before any diagnosis.
  int[] values(Enrollee enrollee) {
    int[] values = new int[variables.size()];
    values[age] = enrollee.ageYears();
    values[months] = enrollee.months();
    return values;
  }

  List<MappedCategory> categories(String diagnosis) {
    return mapping.getOrDefault(diagnosis, List.of());
  }

  List<Integer> drugCategories(String code) {
    return drugs.getOrDefault(code, List.of());
  }

  List<Integer> below(int category) {
    return below.getOrDefault(category, List.of());
  }

  MarketModel model(AgeModel model) {
    return Objects.requireNonNull(models.get(model));
  }

  Variables variables() {
    return variables;
  }

  String label(int variable) {
    return labels.getOrDefault(variable, "");
  }

  /// By what the score is multiplied since plans pay more for members with reduced cost sharing; 1
  /// where the table has none for the indicator and the metal level.
  BigDecimal costSharing(Enrollee enrollee) {
    return costSharing.getOrDefault(
        new SharedCost(enrollee.model(), enrollee.costSharing(), enrollee.metal()), BigDecimal.ONE);
  }
}

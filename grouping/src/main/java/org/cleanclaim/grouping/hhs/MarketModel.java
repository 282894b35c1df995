package org.cleanclaim.grouping.hhs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.party.Sex;

/// One of the three models: its statements in the order in which they run, the variables of age and
/// sex, and the factors.
final class MarketModel {
  private static final int METALS = MetalLevel.values().length;

  private final List<Statement> statements;
  private final List<AgeVariable> ages;
  private final int[] factorVariables;
  private final Map<MetalLevel, int[]> thousandths = new EnumMap<>(MetalLevel.class);

  private record AgeVariable(int variable, AgeAndSex holder) {}

  private MarketModel(List<Statement> statements, List<AgeVariable> ages, List<int[]> factors) {
    this.statements = List.copyOf(statements);
    this.ages = List.copyOf(ages);
    this.factorVariables = factors.stream().mapToInt(row -> row[0]).toArray();
    int column = 0;
    for (MetalLevel metal : MetalLevel.values()) {
      int place = ++column;
      thousandths.put(metal, factors.stream().mapToInt(row -> row[place]).toArray());
    }
  }

  /// The places of the variables that have factors, in the order of the table.
  int[] factorVariables() {
    return factorVariables;
  }

  /// The factors of the same, times 1000.
  int[] thousandths(MetalLevel metal) {
    return Objects.requireNonNull(thousandths.get(metal));
  }

  /// Sets age and sex and runs the statements.
  void run(int[] values, int ageYears, Sex sex) {
    for (AgeVariable age : ages) {
      if (age.holder().holds(ageYears, sex)) values[age.variable()] = 1;
    }
    for (Statement statement : statements) statement.run(values);
  }

  static MarketModel of(AgeModel model, RuleTables tables, Variables variables) {
    var ages = new ArrayList<AgeVariable>();
    for (List<String> row : tables.table("ages").rows()) {
      if (row.getFirst().equals(model.title())) {
        ages.add(new AgeVariable(variables.place(row.get(1)), AgeAndSex.of(row, 3, 4, 2)));
      }
    }
    var factors = new ArrayList<int[]>();
    for (List<String> row : tables.table("factors").rows()) {
      if (!row.getFirst().equals(model.title())) continue;
      int[] factor = new int[METALS + 1];
      factor[0] = variables.place(row.get(1));
      for (int i = 0; i < METALS; i++) factor[i + 1] = Thousandths.of(row.get(i + 2));
      factors.add(factor);
    }
    return new MarketModel(statements(model, tables, variables), ages, factors);
  }

  /// Interactions of drugs and conditions run first: they ask for the conditions that stand after
  /// the hierarchies, whether a group counts them or not. The tables' own factors show it: that of
  /// diabetes drugs with diabetes is the negative of the factor of the diabetes group.
  private static List<Statement> statements(
      AgeModel model, RuleTables tables, Variables variables) {
    var first = new ArrayList<Statement>();
    var others = new ArrayList<Statement>();
    for (List<String> row : tables.table("definitions").rows()) {
      if (!row.getFirst().equals(model.title())) continue;
      boolean isOfDrugs = row.get(1).startsWith("RXC_");
      (isOfDrugs ? first : others).add(Statement.of(row.get(2), variables));
    }
    first.addAll(others);
    return first;
  }
}

package org.cleanclaim.grouping.hhs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import org.cleanclaim.grouping.hcc.Coefficient;

/// Scores enrollees of the individual and small group markets as the HHS-Developed Risk Adjustment
/// Model Algorithm does: diagnoses to categories, hierarchies, drug categories, then the statements
/// and factors of the model of the enrollee's age.
public final class MarketScorer {
  private final MarketTables tables;

  public MarketScorer(MarketTables tables) {
    this.tables = tables;
  }

  MarketTables tables() {
    return tables;
  }

  /// The score of an enrollee.
  ///
  /// @param diagnoses of eligible claims of the benefit year
  /// @param drugs NDCs of filled prescriptions (11 digits) and HCPCS codes of services that give
  ///   drugs
  public MarketScore score(
      Enrollee enrollee, Collection<DatedDiagnosis> diagnoses, Collection<String> drugs) {
    int[] values = tables.values(enrollee);
    BitSet found = found(enrollee, diagnoses, drugs);
    var standing = (BitSet) found.clone();
    for (int c = found.nextSetBit(0); c >= 0; c = found.nextSetBit(c + 1)) {
      for (int child : tables.below(c)) standing.clear(child);
    }
    standing.stream().forEach(category -> values[category] = 1);
    MarketModel model = tables.model(enrollee.model());
    model.run(values, enrollee.ageYears(), enrollee.sex());
    int[] variables = model.factorVariables();
    int[] thousandths = model.thousandths(enrollee.metal());
    var terms = new ArrayList<Coefficient>();
    for (int i = 0; i < variables.length; i++) {
      if (values[variables[i]] == 0) continue;
      terms.add(
          new Coefficient(
              tables.variables().name(variables[i]), tables.label(variables[i]), thousandths[i]));
    }
    return new MarketScore(tables, enrollee, found, standing, terms);
  }

  private BitSet found(
      Enrollee enrollee, Collection<DatedDiagnosis> diagnoses, Collection<String> drugs) {
    var found = new BitSet();
    for (DatedDiagnosis diagnosis : diagnoses) {
      for (MarketTables.MappedCategory category : tables.categories(diagnosis.code())) {
        if (isGiven(category, diagnosis, enrollee)) found.set(category.variable());
      }
    }
    for (String code : drugs) {
      for (int category : tables.drugCategories(code)) found.set(category);
    }
    return found;
  }

  static boolean isGiven(
      MarketTables.MappedCategory category, DatedDiagnosis diagnosis, Enrollee enrollee) {
    return category.holder().holds(enrollee.ageYears(), enrollee.sex())
        && category.believed().holds(diagnosis.ageYears(), enrollee.sex());
  }
}

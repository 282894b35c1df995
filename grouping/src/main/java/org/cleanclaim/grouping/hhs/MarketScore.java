package org.cleanclaim.grouping.hhs;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.cleanclaim.grouping.hcc.Coefficient;

/// The plan liability risk score of an enrollee: the sum of its terms.
public final class MarketScore {
  private final MarketTables tables;
  private final Enrollee enrollee;
  private final BitSet found;
  private final BitSet standing;
  private final List<Coefficient> terms;
  private final int thousandths;

  MarketScore(
      MarketTables tables,
      Enrollee enrollee,
      BitSet found,
      BitSet standing,
      List<Coefficient> terms) {
    this.tables = tables;
    this.enrollee = enrollee;
    this.found = found;
    this.standing = standing;
    this.terms = terms;
    this.thousandths = terms.stream().mapToInt(Coefficient::thousandths).sum();
  }

  public Enrollee enrollee() {
    return enrollee;
  }

  /// Condition and drug categories after the hierarchies, as CMS calls them: `HHS_HCC012`,
  /// `RXC_07`.
  public List<String> categories() {
    return standing.stream().mapToObj(tables.variables()::name).sorted().toList();
  }

  /// What the score adds up from.
  public List<Coefficient> terms() {
    return List.copyOf(terms);
  }

  /// The sum of the terms, times 1000.
  public int thousandths() {
    return thousandths;
  }

  /// The sum of the terms.
  public BigDecimal raw() {
    return BigDecimal.valueOf(thousandths, 3);
  }

  /// By what the score is multiplied for reduced cost sharing; 1 for none.
  public BigDecimal costSharing() {
    return tables.costSharing(enrollee);
  }

  /// The score times the factor of cost sharing, not rounded.
  public BigDecimal adjusted() {
    return raw().multiply(costSharing());
  }

  BitSet found() {
    return found;
  }

  boolean isStanding(int category) {
    return standing.get(category);
  }
}

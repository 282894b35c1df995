package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;

/// The raw score of a member in one segment of one model: the sum of its terms.
public final class RiskScore {
  private final RiskTables tables;
  private final Member member;
  private final Segment segment;
  private final BitSet found;
  private final BitSet counted;
  private final List<Coefficient> terms;
  private final int thousandths;

  RiskScore(
      RiskTables tables,
      Member member,
      Segment segment,
      BitSet found,
      BitSet counted,
      List<Coefficient> terms) {
    this.tables = tables;
    this.member = member;
    this.segment = segment;
    this.found = found;
    this.counted = counted;
    this.terms = terms;
    int sum = 0;
    for (Coefficient term : terms) sum += term.thousandths();
    this.thousandths = sum;
  }

  public RiskModel model() {
    return tables.model();
  }

  public Member member() {
    return member;
  }

  public Segment segment() {
    return segment;
  }

  /// The condition categories that count, after hierarchies, by number.
  public List<Integer> categories() {
    return counted.stream().boxed().toList();
  }

  /// The condition categories that diagnoses gave, before hierarchies, by number.
  public List<Integer> categoriesBefore() {
    return found.stream().boxed().toList();
  }

  /// What the score adds up from.
  public List<Coefficient> terms() {
    return List.copyOf(terms);
  }

  /// The sum of the terms, times 1000.
  public int thousandths() {
    return thousandths;
  }

  /// The sum of the terms, before normalization and coding intensity.
  public BigDecimal raw() {
    return BigDecimal.valueOf(thousandths, 3);
  }

  /// Whether the member's age and sex have a coefficient in the segment. Without one the score says
  /// nothing: an aged segment asked for a member of 50.
  public boolean hasDemographics() {
    return !terms.isEmpty() && !terms.getFirst().name().startsWith("HCC");
  }
}

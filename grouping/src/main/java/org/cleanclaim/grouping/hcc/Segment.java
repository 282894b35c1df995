package org.cleanclaim.grouping.hcc;

/// The part of the population for which a set of coefficients was estimated. The name is the prefix
/// of the coefficients: community, with no, full or partial Medicaid, aged or disabled;
/// institution; new enrollees.
public enum Segment {
  CNA("community, no Medicaid, aged"),
  CND("community, no Medicaid, disabled"),
  CFA("community, full Medicaid, aged"),
  CFD("community, full Medicaid, disabled"),
  CPA("community, partial Medicaid, aged"),
  CPD("community, partial Medicaid, disabled"),
  INS("institution"),
  NE("new enrollee"),
  SNPNE("new enrollee in a special needs plan");

  private final String title;

  Segment(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Whether diagnoses count.
  boolean hasDiagnoses() {
    return this != NE && this != SNPNE;
  }

  /// The segment of a member.
  public static Segment of(Member member) {
    return switch (member.enrollment()) {
      case NEW -> NE;
      case NEW_IN_SPECIAL_NEEDS_PLAN -> SNPNE;
      case CONTINUING -> member.residence() == Residence.INSTITUTION ? INS : community(member);
    };
  }

  private static Segment community(Member member) {
    boolean isAged = member.isAged();
    return switch (member.medicaid()) {
      case NONE -> isAged ? CNA : CND;
      case FULL -> isAged ? CFA : CFD;
      case PARTIAL -> isAged ? CPA : CPD;
    };
  }
}

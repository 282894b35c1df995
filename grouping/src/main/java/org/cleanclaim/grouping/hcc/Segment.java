package org.cleanclaim.grouping.hcc;

import java.util.Locale;

/// The part of the population for which a set of coefficients was estimated.
public enum Segment {
  CNA("community, no Medicaid, aged"),
  CND("community, no Medicaid, disabled"),
  CFA("community, full Medicaid, aged"),
  CFD("community, full Medicaid, disabled"),
  CPA("community, partial Medicaid, aged"),
  CPD("community, partial Medicaid, disabled"),
  INS("institution"),
  NE("new enrollee"),
  SNPNE("new enrollee in a special needs plan"),

  DI("dialysis"),
  DNE("dialysis, new enrollee"),
  TRANSPLANT("kidney transplant, months 1 to 3", "transplant_kidney_only_"),
  GC("functioning graft, community"),
  GFA("functioning graft, community, full Medicaid, aged"),
  GFN("functioning graft, community, full Medicaid, not aged"),
  GNPA("functioning graft, community, no or partial Medicaid, aged"),
  GNPN("functioning graft, community, no or partial Medicaid, not aged"),
  GI("functioning graft, institution"),
  GNE("functioning graft, new enrollee"),

  RX_AGED("drugs, community, no low income, aged", "rx_ce_nolowaged_"),
  RX_NOT_AGED("drugs, community, no low income, not aged", "rx_ce_nolownoaged_"),
  RX_LOW_AGED("drugs, community, low income, aged", "rx_ce_lowaged_"),
  RX_LOW_NOT_AGED("drugs, community, low income, not aged", "rx_ce_lownoaged_"),
  RX_LTI("drugs, institution", "rx_ce_lti_"),
  RX_NE("drugs, new enrollee, no low income", "rx_ne_nolo_"),
  RX_NE_LOW("drugs, new enrollee, low income", "rx_ne_lo_"),
  RX_NE_LTI("drugs, new enrollee, institution", "rx_ne_lti_");

  private final String title;
  private final String prefix;

  Segment(String title) {
    this.title = title;
    this.prefix = name().toLowerCase(Locale.ROOT) + "_";
  }

  Segment(String title, String prefix) {
    this.title = title;
    this.prefix = prefix;
  }

  public String title() {
    return title;
  }

  /// With what the names of the coefficients begin, in small letters.
  String prefix() {
    return prefix;
  }

  /// Whether diagnoses count.
  boolean hasDiagnoses() {
    return switch (this) {
      case NE, SNPNE, DNE, GNE, TRANSPLANT, RX_NE, RX_NE_LOW, RX_NE_LTI -> false;
      default -> true;
    };
  }

  /// The segment of a member in a model.
  public static Segment of(RiskModel model, Member member) {
    return switch (model.family()) {
      case MEDICAL -> medical(member);
      case RENAL -> renal(model, member);
      case DRUGS -> drugs(member);
    };
  }

  private static Segment medical(Member member) {
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

  private static Segment renal(RiskModel model, Member member) {
    boolean isNew = member.enrollment() != Enrollment.CONTINUING;
    return switch (member.kidney()) {
      case NO_FAILURE ->
          throw new IllegalArgumentException("the ESRD models are for members with that disease");
      case DIALYSIS -> isNew ? DNE : DI;
      case TRANSPLANT_MONTH_1, TRANSPLANT_MONTH_2, TRANSPLANT_MONTH_3 -> TRANSPLANT;
      case GRAFT_MONTH_4_TO_9, GRAFT_MONTH_10_AND_LATER ->
          isNew ? GNE : member.residence() == Residence.INSTITUTION ? GI : graft(model, member);
    };
  }

  private static Segment graft(RiskModel model, Member member) {
    if (model == RiskModel.ESRD_V21) return GC;
    boolean isAged = member.isAged();
    return member.medicaid() == Medicaid.FULL ? isAged ? GFA : GFN : isAged ? GNPA : GNPN;
  }

  private static Segment drugs(Member member) {
    boolean isNew = member.enrollment() != Enrollment.CONTINUING;
    boolean isLow = member.subsidy() == Subsidy.LOW_INCOME;
    if (member.residence() == Residence.INSTITUTION) return isNew ? RX_NE_LTI : RX_LTI;
    if (isNew) return isLow ? RX_NE_LOW : RX_NE;
    boolean isAged = member.isAged();
    return isLow ? isAged ? RX_LOW_AGED : RX_LOW_NOT_AGED : isAged ? RX_AGED : RX_NOT_AGED;
  }
}

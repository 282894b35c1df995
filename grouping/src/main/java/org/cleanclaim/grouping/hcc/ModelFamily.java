package org.cleanclaim.grouping.hcc;

/// The populations and benefits for which CMS has risk models of their own.
public enum ModelFamily {
  /// Parts A and B of members without end-stage renal disease.
  MEDICAL("CMS-HCC"),
  /// Parts A and B of members with end-stage renal disease: dialysis, transplant, functioning
  /// graft.
  RENAL("ESRD"),
  /// Drugs, Part D.
  DRUGS("RxHCC");

  private final String domain;

  ModelFamily(String domain) {
    this.domain = domain;
  }

  /// What the tables of hierarchies and labels call the family: `RxHCC`.
  String domain() {
    return domain;
  }
}

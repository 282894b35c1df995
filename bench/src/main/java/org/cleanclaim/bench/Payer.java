package org.cleanclaim.bench;

/// A payer of the generated files.
///
/// @param filing SBR09 of a claim
/// @param remittanceFiling CLP06 of a remittance, whose list knows no CI and no BL
record Payer(String name, String id, String filing, String remittanceFiling) {
  private static final Payer[] ALL = {
    new Payer("SUMMIT RIDGE HEALTH PLAN", "SRH01", "CI", "15"),
    new Payer("BLUE HERON MUTUAL", "BHM22", "BL", "12"),
    new Payer("COASTLINE CARE HMO", "CCH09", "HM", "HM"),
    new Payer("PRAIRIE EMPLOYERS TRUST", "PET45", "12", "12"),
    new Payer("MEDICARE PART B CONTRACTOR", "MBC10", "MB", "MB"),
    new Payer("STATE MEDICAID AGENCY", "SMA77", "MC", "MC"),
  };
  private static final int PRIVATE = 4;

  static Payer any(Dice dice) {
    return ALL[dice.below(ALL.length)];
  }

  static Payer anyPrivate(Dice dice) {
    return ALL[dice.below(PRIVATE)];
  }

  /// One that may pay before the given one; Medicaid pays last.
  static Payer before(Payer later, boolean isDependent, Dice dice) {
    while (true) {
      Payer payer = isDependent ? anyPrivate(dice) : any(dice);
      if (!payer.equals(later) && !payer.filing.equals("MC")) return payer;
    }
  }

  /// A payer that insures the family of its member.
  boolean isPrivate() {
    return !isMedicare() && !filing.equals("MC");
  }

  boolean isMedicare() {
    return filing.equals("MB");
  }

  /// A member number in the payer's style. Those of Medicare begin as the published sample does.
  void member(SegmentBuffer out, Dice dice) {
    if (isMedicare()) {
      out.element("1EG4TE5MK", dice.between(10, 99));
    } else {
      out.element(id.substring(0, 3), dice.between(100_000_000, 999_999_999));
    }
  }

  /// NM1 of the payer.
  void write(SegmentBuffer out) {
    out.segment("NM1")
        .element("PR")
        .element("2")
        .element(name)
        .empty(4)
        .element("PI")
        .element(id)
        .end();
  }
}

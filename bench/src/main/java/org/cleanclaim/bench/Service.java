package org.cleanclaim.bench;

/// A service that the generated claims bill.
///
/// @param charge of one unit, in cents
/// @param ndc of a drug, empty otherwise
record Service(String code, String modifier, long charge, int mostUnits, Kind kind, String ndc) {
  /// What a service is.
  enum Kind {
    VISIT,
    PROCEDURE,
    LABORATORY,
    DRUG
  }

  private static final Service[] OFFICE_VISITS = {
    visit("99202", 14000), visit("99203", 18550), visit("99204", 27800), visit("99205", 35175),
    visit("99212", 9250), visit("99213", 15025), visit("99214", 21400), visit("99215", 29875)
  };
  private static final Service[] HOSPITAL_VISITS = {
    visit("99221", 21050),
    visit("99222", 28475),
    visit("99223", 41200),
    visit("99231", 8925),
    visit("99232", 16280),
    visit("99233", 23410),
    visit("99238", 15990)
  };
  private static final Service[] EMERGENCY_VISITS = {
    visit("99282", 12500), visit("99283", 19580), visit("99284", 33125), visit("99285", 48900)
  };
  private static final Service[] OTHERS = {
    procedure("93000", "", 4850, 1),
    laboratory("80053", 2875),
    procedure("20610", "RT", 14275, 1),
    drug("J3301", 1235, 8, "99999010101"),
    laboratory("83036", 2410),
    procedure("11102", "", 23950, 1),
    procedure("96372", "59", 3650, 2),
    drug("J1885", 595, 4, "99999020210"),
    laboratory("85025", 1960),
    procedure("94010", "", 6725, 1),
    procedure("17110", "", 20575, 1),
    procedure("G0444", "", 3200, 1),
    drug("J0696", 1180, 4, "99999030305"),
    laboratory("80061", 3330),
    procedure("97110", "GP", 6890, 4),
    procedure("69210", "50", 9715, 1),
    laboratory("81003", 875),
    procedure("73030", "LT", 8840, 1),
    procedure("36415", "", 1200, 1)
  };

  private static Service visit(String code, long charge) {
    return new Service(code, "", charge, 1, Kind.VISIT, "");
  }

  private static Service procedure(String code, String modifier, long charge, int mostUnits) {
    return new Service(code, modifier, charge, mostUnits, Kind.PROCEDURE, "");
  }

  private static Service laboratory(String code, long charge) {
    return new Service(code, "", charge, 1, Kind.LABORATORY, "");
  }

  private static Service drug(String code, long charge, int mostUnits, String ndc) {
    return new Service(code, "", charge, mostUnits, Kind.DRUG, ndc);
  }

  static Service visitAt(Dice dice, String placeOfService) {
    return switch (placeOfService) {
      case "21" -> HOSPITAL_VISITS[dice.below(HOSPITAL_VISITS.length)];
      case "23" -> EMERGENCY_VISITS[dice.below(EMERGENCY_VISITS.length)];
      default -> OFFICE_VISITS[dice.below(OFFICE_VISITS.length)];
    };
  }

  static int others() {
    return OTHERS.length;
  }

  /// Different services for different indexes, up to the number of all.
  static Service other(int index) {
    return OTHERS[index % OTHERS.length];
  }
}

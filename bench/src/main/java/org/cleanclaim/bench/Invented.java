package org.cleanclaim.bench;

/// Names, addresses and numbers of nobody: put together from syllables and from ranges that are not
/// given out (NPIs beginning with 2, employer numbers beginning with 89, exchange 555, labeler
/// 99999, bank 99).
final class Invented {
  private static final String[] NAME_BEGINNINGS = {
    "ALDER", "BRACK", "CASTEN", "DORN", "ELLER", "FENN", "GARRO", "HOLM", "INGER", "JASPER",
        "KESTRE",
    "LARCH", "MERRI", "NORTH", "OAKEN", "PELLI", "QUIN", "ROSEN", "SALTER", "TARN", "ULVER",
        "VESTA",
    "WINTER", "YARRO", "ZELLI"
  };
  private static final String[] NAME_ENDINGS = {
    "BECK", "BOURNE", "BY", "DALE", "FIELD", "GATE", "HAVEN", "HURST", "LEY", "LOW", "MAN", "MERE",
    "MOOR", "QUIST", "SON", "STEAD", "STROM", "TON", "WELL", "WICK", "WOOD", "WORTH"
  };
  private static final String[] WOMEN = {
    "ADA", "BRIDA", "CORA", "DELPHINE", "ELODIE", "FAYE", "GRETA", "HESTER", "IMOGEN", "JUNE",
    "KARIN", "LIOBA", "MARIGOLD", "NELL", "OTTILIE", "PERPETUA", "ROSALIND", "SUNNIVA", "THEA",
        "WREN"
  };
  private static final String[] MEN = {
    "AMBROSE", "BRAM", "CASPIAN", "DESMOND", "EMERIC", "FLORIAN", "GIDEON", "HARLAN", "IVO",
        "JONTY",
    "KONRAD", "LEANDER", "MAGNUS", "NICO", "OSWIN", "PIERS", "QUENTIN", "RUFUS", "SILAS", "TOBIN"
  };
  private static final String[] STREETS = {
    "CEDAR HOLLOW RD", "MILL RACE LN", "OLD ORCHARD AVE", "LANTERN ST", "QUARRY HILL DR",
    "HARVEST MOON CT", "TANNERY ROW", "COPPER KETTLE WAY", "FERRY LANDING BLVD", "THISTLE PL"
  };
  // City, state, first three digits of its ZIP codes.
  private static final String[][] CITIES = {
    {"FAIRHOLLOW", "OH", "432"}, {"EASTMERE", "PA", "191"}, {"PINE CROSSING", "GA", "303"},
    {"LAKE ARDEN", "MI", "481"}, {"MESA VIEJA", "AZ", "850"}, {"PORT ELDER", "WA", "981"},
    {"GRANTSBORO", "NC", "276"}, {"SILVER FORD", "CO", "802"}, {"NEW HARBOR", "FL", "331"},
    {"TWIN ELMS", "IL", "606"}, {"CALLOWAY", "TX", "770"}, {"BIRCHWATER", "MN", "554"}
  };
  private static final String[] PRACTICES = {
    "FAMILY MEDICINE", "INTERNAL MEDICINE ASSOCIATES", "HEALTH PARTNERS", "SPECIALTY CLINIC",
    "COMMUNITY PHYSICIANS", "MEDICAL GROUP", "CARDIOLOGY", "ORTHOPEDICS"
  };

  private Invented() {}

  static String surname(Dice dice) {
    return dice.oneOf(NAME_BEGINNINGS) + dice.oneOf(NAME_ENDINGS);
  }

  static String womansName(Dice dice) {
    return dice.oneOf(WOMEN);
  }

  static String mansName(Dice dice) {
    return dice.oneOf(MEN);
  }

  static String practiceName(Dice dice) {
    return surname(dice) + " " + dice.oneOf(PRACTICES);
  }

  static String hospitalName(Dice dice) {
    return surname(dice) + " REGIONAL HOSPITAL";
  }

  /// N3 and N4.
  static void address(SegmentBuffer out, Dice dice) {
    out.segment("N3").element(street(dice));
    if (dice.percent(8)) out.element("APT ", dice.between(1, 40));
    out.end();
    String[] city = CITIES[dice.below(CITIES.length)];
    out.segment("N4")
        .element(city[0])
        .element(city[1])
        .element(city[2], dice.between(100_001, 989_999))
        .end();
  }

  static String street(Dice dice) {
    return dice.between(10, 9899) + " " + dice.oneOf(STREETS);
  }

  static String state(Dice dice) {
    return CITIES[dice.below(CITIES.length)][1];
  }

  static long phone(Dice dice) {
    return (dice.between(201, 989) * 1000L + 555) * 10_000L + 100 + dice.below(100);
  }

  static long employerNumber(Dice dice) {
    return 890_000_000L + dice.below(10_000_000);
  }

  /// Ten digits, the last a Luhn check over 80840 and the nine others.
  static long npi(Dice dice) {
    long nine = 200_000_000L + dice.below(100_000_000);
    int sum = 24;
    long rest = nine;
    for (int i = 0; i < 9; i++) {
      int digit = (int) (rest % 10);
      if (i % 2 == 0) digit = digit * 2 - (digit > 4 ? 9 : 0);
      sum += digit;
      rest /= 10;
    }
    return nine * 10 + (10 - sum % 10) % 10;
  }

  /// Nine digits whose sum, weighted 3, 7 and 1 in turn, ends in 0, as a bank's number has it.
  static long routingNumber(Dice dice) {
    long eight = 99_000_000L + dice.below(1_000_000);
    int sum = 0;
    long divisor = 10_000_000;
    for (int i = 0; i < 8; i++) {
      int digit = (int) (eight / divisor % 10);
      sum += digit * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1);
      divisor /= 10;
    }
    return eight * 10 + (10 - sum % 10) % 10;
  }
}

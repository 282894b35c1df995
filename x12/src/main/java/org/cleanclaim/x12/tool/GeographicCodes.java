package org.cleanclaim.x12.tool;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import org.cleanclaim.x12.guide.CodeLists;

/// States and provinces as the United States and Canadian mail write them, and the countries of ISO
/// 3166.
final class GeographicCodes implements CodeLists {
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH"
                  + " NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS FM GU MH"
                  + " MP PR PW UM VI AA AE AP AB BC MB NB NL NS NT NU ON PE QC SK YT")
              .split(" "));

  private static final Set<String> TWO_LETTERS =
      Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> THREE_LETTERS =
      Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);

  @Override
  public Standing standing(String list, String code, LocalDate on) {
    return switch (list) {
      case "state" -> standing(STATES.contains(code));
      case "country" -> standing(TWO_LETTERS.contains(code) || THREE_LETTERS.contains(code));
      default -> Standing.NO_LIST;
    };
  }

  private static Standing standing(boolean isListed) {
    return isListed ? Standing.IN_FORCE : Standing.UNKNOWN;
  }
}

package org.cleanclaim.app.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.jspecify.annotations.Nullable;

/// A service that a program asks about.
///
/// @param units one where it does not say
/// @param pos place of service, two digits; 11 where it does not say
record ServiceBody(
    @Nullable String code,
    @Nullable List<String> modifiers,
    @Nullable Integer units,
    @Nullable String charge,
    @Nullable String pos) {
  private static final int MOST = 100;
  private static final int MOST_UNITS = 9999;

  static List<ServiceLine> lines(@Nullable List<ServiceBody> services) {
    if (services == null || services.isEmpty() || services.size() > MOST) {
      throw new BadInput("services has to name 1 to %d services.".formatted(MOST));
    }
    var lines = new ArrayList<ServiceLine>();
    for (ServiceBody service : services) lines.add(service.line(lines.size() + 1));
    return lines;
  }

  private ServiceLine line(int number) {
    String wanted = code == null ? "" : CodeParameters.code(code);
    if (!wanted.matches("[0-9A-Z]{5}")) {
      throw new BadInput("Service %d has no code of five characters.".formatted(number));
    }
    int count = units == null ? 1 : units;
    if (count < 1 || count > MOST_UNITS) {
      throw new BadInput("units of service %d have to be 1 to %d.".formatted(number, MOST_UNITS));
    }
    Money billed = null;
    if (charge != null) {
      billed =
          Money.parse(charge)
              .orElseThrow(() ->
                  new BadInput("charge of service %d is no dollar amount.".formatted(number)));
    }
    var signs = new ArrayList<String>();
    for (String modifier : modifiers == null ? List.<String>of() : modifiers) {
      String sign = modifier.strip().toUpperCase(Locale.ROOT);
      if (!sign.matches("[0-9A-Z]{2}")) {
        throw new BadInput("%s is no modifier of two characters.".formatted(modifier));
      }
      signs.add(sign);
    }
    String place = pos == null ? "11" : pos.strip();
    if (!place.matches("[0-9]{2}")) throw new BadInput("pos has to be two digits.");
    return new ServiceLine(number, wanted, signs, count, place, billed, null);
  }
}

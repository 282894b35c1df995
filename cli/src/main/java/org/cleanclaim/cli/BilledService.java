package org.cleanclaim.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.jspecify.annotations.Nullable;

/// A service as typed: `99213`, `70553:26`, `97110:GP,59x3`.
final class BilledService {
  private static final Pattern FORM =
      Pattern.compile("([0-9A-Z]{5})(?::([0-9A-Z]{2}(?:,[0-9A-Z]{2})*))?(?:[xX](\\d{1,4}))?");

  private BilledService() {}

  static boolean isForm(String typed) {
    return FORM.matcher(typed).matches();
  }

  static ServiceLine line(int number, String typed, String place, @Nullable Money charge) {
    Matcher service = FORM.matcher(typed);
    if (!service.matches()) {
      throw new CommandFailure(
          "\"%s\" is no service. Write CODE, CODE:MOD,MOD or CODE:MODxUNITS.".formatted(typed));
    }
    List<String> modifiers =
        service.group(2) == null ? List.of() : List.of(service.group(2).split(","));
    int units = service.group(3) == null ? 1 : Integer.parseInt(service.group(3));
    return new ServiceLine(number, service.group(1), modifiers, units, place, charge, null);
  }
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Reads what programs ask about codes; refuses in a sentence what cannot be read.
final class CodeParameters {
  private CodeParameters() {}

  /// Whoever sees charts or claims may look codes up.
  static void check() {
    AccessDeniedForActor.unlessEither(Permission.SEE_CHART, Permission.SEE_CLAIM);
  }

  static LocalDate day(String on) {
    try {
      return LocalDate.parse(on.strip());
    } catch (DateTimeParseException e) {
      throw new BadInput("The date " + on + " cannot be read. Write it as 2026-01-31.");
    }
  }

  static CodeSystem system(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(CodeSystem.values())
        .filter(s -> s.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new BadInput(
                "There is no code system "
                    + name
                    + ". Use one of "
                    + String.join(", ", Arrays.stream(CodeSystem.values()).map(Enum::name).toList())
                    + "."));
  }

  static String code(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replace(".", "");
  }

  static int number(String name, String text, int least, int most) {
    if (text.matches("\\d{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) return number;
    }
    throw new BadInput(
        "%s has to be a number from %d to %d, not %s.".formatted(name, least, most, text));
  }

  static @Nullable Sex sex(@Nullable String text) {
    if (text == null || text.isBlank()) return null;
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      default -> throw new BadInput("sex has to be F or M, not " + text + ".");
    };
  }
}

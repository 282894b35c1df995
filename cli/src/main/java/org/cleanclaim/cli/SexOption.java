package org.cleanclaim.cli;

import java.util.Locale;
import org.cleanclaim.kernel.party.Sex;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a sex as bills write it, by a letter or as a word.
final class SexOption implements ITypeConverter<Sex> {
  @Override
  public Sex convert(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      case "U", "UNKNOWN" -> Sex.UNKNOWN;
      default -> throw new TypeConversionException("\"" + text + "\" is no sex. Write F, M or U.");
    };
  }
}

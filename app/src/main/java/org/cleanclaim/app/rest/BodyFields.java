package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.OutwardJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Fields of requests as text.
final class BodyFields {
  private BodyFields() {}

  /// A missing one is empty.
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// @throws BadInput when it is missing or blank
  static String required(String name, @Nullable String text) {
    if (text == null || text.isBlank()) throw new BadInput("The field " + name + " is missing.");
    return text;
  }

  /// Why somebody corrects what is registered.
  ///
  /// @throws BadInput when it says too little
  static String howKnown(@Nullable String reason) {
    String words = text(reason).strip();
    if (words.length() < 5) {
      throw new BadInput("The field reason says in at least five characters how you know.");
    }
    return words;
  }

  /// A body of which every field is known: where one decides what is chosen, a field that is not
  /// known is none that was meant, and without it more would be chosen.
  ///
  /// @throws BadInput when a field is not known or cannot be read
  static <T> T known(JsonNode body, Class<T> form) {
    try {
      return OutwardJson.mapper()
          .readerFor(form)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(body);
    } catch (DatabindException wrong) {
      throw new BadInput(misread(wrong));
    }
  }

  /// Which field of a body cannot be taken, and what it takes.
  static String misread(DatabindException wrong) {
    String field =
        wrong.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    if (field.isEmpty()) {
      return "The body cannot be read as JSON with the fields of the description.";
    }
    if (wrong instanceof UnrecognizedPropertyException) return "There is no field " + field + ".";
    boolean isChoice =
        wrong instanceof MismatchedInputException mismatch
            && mismatch.getTargetType() != null
            && mismatch.getTargetType().isEnum();
    return isChoice
        ? field
            + " has to be one of "
            + Arrays.toString(((MismatchedInputException) wrong).getTargetType().getEnumConstants())
            + "."
        : "The field " + field + " cannot be read; look at its form in the description.";
  }

  static LocalDate day(String name, @Nullable String text) {
    try {
      return LocalDate.parse(text(text));
    } catch (DateTimeParseException _) {
      throw new BadInput(name + " has to be a day like 2026-03-31.");
    }
  }

  /// One of a list of words.
  static <E extends Enum<E>> E one(E[] values, String name, @Nullable String text) {
    String word = text(text).strip().toUpperCase(Locale.ROOT);
    for (E value : values) {
      if (value.name().equals(word)) return value;
    }
    throw new BadInput(name + " has to be one of " + Arrays.toString(values) + ".");
  }
}

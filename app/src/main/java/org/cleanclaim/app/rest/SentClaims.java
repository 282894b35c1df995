package org.cleanclaim.app.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.pricing.ReadClaims;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Claims in the body of a request: the text of an 837, of FHIR or of a table, or JSON itself.
final class SentClaims {
  static final String NAME = "claims";

  private static final int MOST_CHARACTERS = 20_000_000;

  private SentClaims() {}

  static InputStream stream(JsonNode claims) {
    return stream(NAME, claims);
  }

  /// @param name of the field of the body, for messages
  static InputStream stream(String name, JsonNode sent) {
    String text = sent.isString() ? sent.asString() : sent.toString();
    if (text.isBlank()) throw new BadInput(name + " holds nothing.");
    if (text.length() > MOST_CHARACTERS) {
      throw new BadInput(
          "%s is longer than %,d characters. Send fewer, or use the command."
              .formatted(name, MOST_CHARACTERS));
    }
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static ReadClaims read(@Nullable JsonNode claims) {
    if (claims == null || claims.isNull()) throw new BadInput("State claims.");
    try (InputStream in = stream(claims)) {
      ReadClaims read = ReadClaims.read(in, NAME);
      if (read.claims().isEmpty() && read.refusals().isEmpty()) {
        throw new BadInput("claims holds no claims. Send an 837, FHIR, a table or JSON.");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can be read.", e);
    }
  }
}

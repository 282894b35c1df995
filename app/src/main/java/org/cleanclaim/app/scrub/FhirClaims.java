package org.cleanclaim.app.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads claims from FHIR R4 JSON: a `Claim`; a `Bundle` whose entries hold claims and the
/// patients, coverages, practitioners and organizations that they name; or such resources one after
/// another, a line each (NDJSON). Read as a stream, resource by resource: memory does not grow with
/// the file. What cannot be read becomes a finding, and the rest of the file is read.
public final class FhirClaims {
  private static final Citation R4 =
      new Citation("HL7 FHIR R4 (4.0.1), Claim", EffectivePeriod.from(LocalDate.of(2018, 12, 27)));

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Consumer<Finding> findings;
  private final WaitingClaims claims;
  private int roots;
  private int bundles;
  private String other = "";

  private FhirClaims(Consumer<Finding> findings, Consumer<Claim> receiver) {
    this.findings = findings;
    this.claims = new WaitingClaims(findings, receiver);
  }

  /// Gives each claim on, in the order of the file.
  ///
  /// @throws IOException when the stream cannot be read
  public static void read(InputStream in, Consumer<Finding> findings, Consumer<Claim> receiver)
      throws IOException {
    var reading = new FhirClaims(findings, receiver);
    boolean isWhole = reading.roots(in);
    reading.claims.end();
    if (isWhole && reading.claims.taken() == 0) reading.noClaim();
  }

  /// Whether the file is JSON to its end.
  private boolean roots(InputStream in) throws IOException {
    try (JsonParser parser = MAPPER.createParser(in)) {
      while (parser.nextToken() != null) {
        roots++;
        if (parser.currentToken() == JsonToken.START_OBJECT) root(parser);
        else parser.skipChildren();
      }
      return true;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      var at = e.getLocation();
      findings.accept(
          finding(
              "FHIR-JSON",
              "",
              "The file is no JSON"
                  + (at == null ? "." : " from line " + at.getLineNr() + " on.")
                  + (claims.taken() == 0 ? "" : " What comes after it was not read."),
              "Send the whole resource as JSON."));
      return false;
    }
  }

  private void root(JsonParser parser) {
    ObjectNode resource = MAPPER.createObjectNode();
    boolean hasEntries = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("entry") && value == JsonToken.START_ARRAY) {
        hasEntries = true;
        entries(parser);
      } else {
        JsonNode read = MAPPER.readTree(parser);
        resource.set(name, read);
      }
    }
    String type = resource.path("resourceType").asString("");
    switch (type) {
      case "Claim" -> claims.add(resource);
      case "Bundle" -> bundles++;
      default -> {
        if (!hasEntries) claims.know(resource, "");
        other = type.isEmpty() ? "no resource" : "a " + type;
      }
    }
  }

  private void entries(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      JsonNode entry = MAPPER.readTree(parser);
      JsonNode resource = entry.path("resource");
      if (resource.path("resourceType").asString("").equals("Claim")) claims.add(resource);
      else claims.know(resource, entry.path("fullUrl").asString(""));
    }
  }

  private void noClaim() {
    if (bundles > 0) {
      findings.accept(
          finding("FHIR-RESOURCE", "entry", "The bundle holds no claim.", "Add the claims."));
    } else {
      findings.accept(
          finding(
              "FHIR-RESOURCE",
              "resourceType",
              roots == 1 && !other.isEmpty()
                  ? "The file holds " + other + "."
                  : "The file holds no claim.",
              "Send a Claim or a Bundle of claims."));
    }
  }

  static Finding finding(String rule, String field, String message, String remedy) {
    return new Finding(
        new RuleId(rule),
        Layer.STRUCTURE,
        Severity.ERROR,
        field.isEmpty() ? Place.WHOLE : Place.field(field),
        message,
        remedy,
        null,
        R4);
  }
}

package org.cleanclaim.cli.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads claims from FHIR R4 JSON: a `Claim`, or a `Bundle` whose entries hold claims and the
/// patients, coverages, practitioners and organizations that they name. A bundle is held in memory.
/// What cannot be read becomes a finding, and the rest of the file is read.
public final class FhirClaims {
  private static final Citation R4 =
      new Citation("HL7 FHIR R4 (4.0.1), Claim", EffectivePeriod.from(LocalDate.of(2018, 12, 27)));

  private FhirClaims() {}

  /// Gives each claim on, in the order of the file.
  public static void read(InputStream in, Consumer<Finding> findings, Consumer<Claim> receiver)
      throws IOException {
    JsonNode root;
    try {
      root = JsonMapper.builder().build().readTree(in);
    } catch (JacksonException e) {
      var at = e.getLocation();
      findings.accept(
          finding(
              "FHIR-JSON",
              "",
              "The file is no JSON" + (at == null ? "." : " from line " + at.getLineNr() + " on."),
              "Send the whole resource as JSON."));
      return;
    }
    switch (root.path("resourceType").asString("")) {
      case "Claim" -> claim(root, new HashMap<>(), findings, receiver);
      case "Bundle" -> bundle(root, findings, receiver);
      case String other ->
          findings.accept(
              finding(
                  "FHIR-RESOURCE",
                  "resourceType",
                  "The file holds " + (other.isEmpty() ? "no resource" : "a " + other) + ".",
                  "Send a Claim or a Bundle of claims."));
    }
  }

  private static void bundle(
      JsonNode bundle, Consumer<Finding> findings, Consumer<Claim> receiver) {
    Map<String, JsonNode> known = new HashMap<>();
    int claims = 0;
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String id = resource.path("id").asString("");
      if (!id.isEmpty()) known.put(resource.path("resourceType").asString("") + "/" + id, resource);
      String url = entry.path("fullUrl").asString("");
      if (!url.isEmpty()) known.put(url, resource);
    }
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      if (!resource.path("resourceType").asString("").equals("Claim")) continue;
      claims++;
      claim(resource, known, findings, receiver);
    }
    if (claims == 0) {
      findings.accept(
          finding("FHIR-RESOURCE", "entry", "The bundle holds no claim.", "Add the claims."));
    }
  }

  private static void claim(
      JsonNode claim,
      Map<String, JsonNode> known,
      Consumer<Finding> findings,
      Consumer<Claim> receiver) {
    var reader = new FhirClaimReader(claim, new FhirReferences(claim, known), findings);
    reader.read().ifPresent(receiver);
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

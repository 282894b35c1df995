package org.cleanclaim.app.scrub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Finds what the references of a claim name: resources contained in it or standing in the file.
final class FhirReferences {
  private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
  private static final String EMPLOYER = "urn:oid:2.16.840.1.113883.4.4";

  private final JsonNode claim;
  private final KnownResources known;
  private final Map<String, JsonNode> contained = new HashMap<>();

  FhirReferences(JsonNode claim, KnownResources known) {
    this.claim = claim;
    this.known = known;
    for (JsonNode each : claim.path("contained")) {
      contained.put("#" + each.path("id").asString(""), each);
    }
  }

  /// The resource; a missing node when the file does not hold it.
  JsonNode resource(JsonNode reference) {
    String name = reference.path("reference").asString("");
    JsonNode found = contained.get(name);
    if (found == null) found = known.find(name);
    return found == null ? MissingNode.getInstance() : found;
  }

  /// Whether all that the claim names has been read.
  boolean areKnown() {
    if (!isKnown(claim.path("patient"))
        || !isKnown(claim.path("provider"))
        || !isKnown(claim.path("insurer"))
        || !isKnown(claim.path("facility"))) return false;
    for (JsonNode insurance : claim.path("insurance")) {
      JsonNode coverage = insurance.path("coverage");
      if (!isKnown(coverage) || !isKnown(resource(coverage).path("subscriber"))) return false;
      if (!isKnown(insurance.path("claimResponse"))) return false;
    }
    for (JsonNode member : claim.path("careTeam")) {
      if (!isKnown(member.path("provider"))) return false;
    }
    return true;
  }

  private boolean isKnown(JsonNode reference) {
    String name = reference.path("reference").asString("");
    return name.isEmpty() || name.startsWith("#") || !resource(reference).isMissingNode();
  }

  /// A national provider number, of the reference itself or of what it names.
  @Nullable Npi npi(JsonNode reference) {
    return identifier(reference, NPI, Npi::parse);
  }

  @Nullable TaxId taxId(JsonNode reference) {
    return identifier(reference, EMPLOYER, TaxId::parse);
  }

  private <T> @Nullable T identifier(
      JsonNode reference, String system, Function<String, Optional<T>> parse) {
    JsonNode own = reference.path("identifier");
    if (own.path("system").asString("").equals(system)) {
      return parse.apply(own.path("value").asString("")).orElse(null);
    }
    for (JsonNode each : resource(reference).path("identifier")) {
      if (each.path("system").asString("").equals(system)) {
        return parse.apply(each.path("value").asString("")).orElse(null);
      }
    }
    return null;
  }

  /// The name of an organization, else of a person, else what the reference shows.
  PartyName name(JsonNode reference) {
    JsonNode resource = resource(reference);
    JsonNode name = resource.path("name");
    if (name.isString()) return new OrganizationName(name.asString());
    if (name.isArray() && !name.isEmpty()) return person(name.get(0));
    return new OrganizationName(reference.path("display").asString(""));
  }

  static PersonName person(JsonNode name) {
    String given = name.path("given").path(0).asString("");
    return new PersonName(
        name.path("family").asString(""), given.isEmpty() ? null : given, null, null);
  }

  @Nullable Address address(JsonNode reference) {
    return address(resource(reference).path("address").path(0), "");
  }

  static @Nullable Address address(JsonNode address, String none) {
    if (address.isMissingNode()) return null;
    String zip = address.path("postalCode").asString(none).replace("-", "");
    String second = address.path("line").path(1).asString("");
    return new Address(
        address.path("line").path(0).asString(""),
        second.isEmpty() ? null : second,
        address.path("city").asString(""),
        text(address.path("state")),
        zip.isEmpty() ? null : zip);
  }

  static @Nullable String text(JsonNode node) {
    String text = node.asString("");
    return text.isBlank() ? null : text;
  }
}

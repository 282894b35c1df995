package org.cleanclaim.app.scrub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What claims of a file may name, with those of its fields that a claim asks for. Of all that was
/// read the [#MOST] that were used last are kept.
final class KnownResources {
  static final int MOST = 20_000;

  private static final Set<String> TYPES =
      Set.of(
          "Patient",
          "Coverage",
          "Organization",
          "Practitioner",
          "Location",
          "RelatedPerson",
          "ClaimResponse",
          "ExplanationOfBenefit");
  private static final Set<String> FIELDS =
      Set.of(
          "identifier",
          "name",
          "gender",
          "birthDate",
          "address",
          "subscriberId",
          "subscriber",
          "relationship",
          "payor",
          "insurer",
          "created",
          "item",
          "total",
          "adjudication",
          "type");

  private final Map<String, JsonNode> byName = new LinkedHashMap<>(64, 0.75f, true);
  private boolean hasForgotten;

  /// Remembers a resource.
  ///
  /// @param url by which a bundle calls it; empty when it does not
  /// @return whether it is one that claims name
  boolean add(JsonNode resource, String url) {
    String type = resource.path("resourceType").asString("");
    if (!TYPES.contains(type) || !(resource instanceof ObjectNode whole)) return false;
    String id = resource.path("id").asString("");
    JsonNode asked = whole.retain(FIELDS);
    if (!id.isEmpty()) put(type + "/" + id, asked);
    if (!url.isEmpty()) put(url, asked);
    return true;
  }

  private void put(String name, JsonNode resource) {
    byName.put(name, resource);
    if (byName.size() <= MOST) return;
    var oldest = byName.entrySet().iterator();
    oldest.next();
    oldest.remove();
    hasForgotten = true;
  }

  /// The resource of a name, also where the name is a whole address; null when it is not known.
  @Nullable JsonNode find(String name) {
    JsonNode found = byName.get(name);
    if (found != null) return found;
    int type = name.lastIndexOf('/', Math.max(0, name.lastIndexOf('/') - 1));
    return byName.get(name.substring(type + 1));
  }

  /// Whether something had to be forgotten.
  boolean hasForgotten() {
    return hasForgotten;
  }
}

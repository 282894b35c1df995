package org.cleanclaim.coding.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the documents of FHIR R4 resources: Composition, DocumentReference, DiagnosticReport,
/// Binary, alone or in a Bundle. Narratives that a machine made of other resources are not read.
/// Nothing is fetched: an attachment that is only an address is said.
final class FhirReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Part> parts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, JsonNode> binaries = new HashMap<>();
  private @Nullable LocalDate servedOn;
  private int patients;
  private @Nullable LocalDate born;
  private Sex sex = Sex.UNKNOWN;
  private int documents;

  static SourceDocument read(String name, String json) {
    var reader = new FhirReader();
    try {
      reader.resource(MAPPER.readTree(json), "");
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      reader.findings.add(
          SourceFinding.DAMAGED.at("line " + line, "The JSON is not well formed, or ends early."));
    }
    var text = SectionedText.of(reader.parts);
    if (reader.documents == 0 && reader.findings.isEmpty()) {
      reader.findings.add(
          SourceFinding.NOT_READ.at(
              "", "No Composition, DocumentReference, DiagnosticReport or Binary is in the file."));
    }
    return new SourceDocument(
        name,
        DocumentFormat.FHIR,
        text.draft().text(),
        text.sections(),
        text.draft().passages(),
        reader.servedOn,
        reader.born,
        reader.sex,
        reader.findings);
  }

  private void resource(JsonNode node, String place) {
    String type = node.path("resourceType").asString("");
    String here = place.isEmpty() ? type : place;
    switch (type) {
      case "Bundle" -> bundle(node);
      case "Composition" -> {
        documents++;
        served(node.path("date"));
        sections(node.path("section"), here, 0);
      }
      case "DocumentReference" -> {
        documents++;
        served(node.path("context").path("period").path("start"));
        served(node.path("date"));
        int i = 0;
        for (JsonNode content : node.path("content")) {
          attachment(content.path("attachment"), here + ".content[" + i++ + "].attachment");
        }
      }
      case "DiagnosticReport" -> report(node, here);
      case "Binary" -> {
        if (place.isEmpty()) {
          documents++;
          attachment(node, here);
        }
      }
      case "Patient" -> patient(node);
      default -> {}
    }
  }

  /// Of several, such as a mother and her child, nobody says here whose document it is.
  private void patient(JsonNode node) {
    boolean isOnly = ++patients == 1;
    born = isOnly ? Days.ofIso(node.path("birthDate").asString("")).orElse(null) : null;
    sex =
        switch (isOnly ? node.path("gender").asString("") : "") {
          case "female" -> Sex.FEMALE;
          case "male" -> Sex.MALE;
          default -> Sex.UNKNOWN;
        };
  }

  private void bundle(JsonNode bundle) {
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      if (!resource.path("resourceType").asString("").equals("Binary")) continue;
      binaries.put("Binary/" + resource.path("id").asString(""), resource);
      binaries.put(entry.path("fullUrl").asString(""), resource);
    }
    int i = 0;
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      String type = resource.path("resourceType").asString("");
      resource(resource, "Bundle.entry[" + i++ + "]." + type);
    }
  }

  private void served(JsonNode date) {
    if (servedOn == null) servedOn = Days.ofIso(date.asString("")).orElse(null);
  }

  private void sections(JsonNode sections, String place, int depth) {
    int i = 0;
    for (JsonNode section : sections) {
      String here = place + ".section[" + i++ + "]";
      String loinc = "";
      for (JsonNode coding : section.path("code").path("coding")) {
        if (coding.path("system").asString("").equals("http://loinc.org")) {
          loinc = coding.path("code").asString("");
        }
      }
      List<Line> lines = HtmlText.of(section.path("text").path("div").asString(""));
      String title = section.path("title").asString("").replaceAll("\\s+", " ").strip();
      parts.add(new Part(title, loinc, here + ".text.div", 1, depth, lines));
      sections(section.path("section"), here, depth + 1);
    }
  }

  private void report(JsonNode report, String place) {
    documents++;
    served(report.path("effectiveDateTime"));
    served(report.path("effectivePeriod").path("start"));
    int before = parts.size();
    int i = 0;
    for (JsonNode form : report.path("presentedForm")) {
      attachment(form, place + ".presentedForm[" + i++ + "]");
    }
    String conclusion = report.path("conclusion").asString("");
    if (parts.size() == before && !conclusion.isBlank()) {
      var line = new Line(conclusion.replaceAll("\\s+", " ").strip(), 1, false, false);
      parts.add(new Part("Impression", "", place + ".conclusion", 1, 0, List.of(line)));
    }
    String div = report.path("text").path("div").asString("");
    if (parts.size() == before && !div.isBlank()) {
      parts.addAll(AttachedText.parts(HtmlText.of(div), place + ".text.div"));
    }
  }

  private void attachment(JsonNode attachment, String place) {
    String type = attachment.path("contentType").asString("");
    String data = attachment.path("data").asString("");
    String url = attachment.path("url").asString("");
    if (data.isEmpty() && !url.isEmpty()) {
      JsonNode binary = Optional.ofNullable(binaries.get(url)).orElse(null);
      if (binary == null) {
        findings.add(
            SourceFinding.NOT_READ.at(place, "An attachment is an address; nothing is fetched."));
        return;
      }
      data = binary.path("data").asString("");
      if (type.isEmpty()) type = binary.path("contentType").asString("");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data.getBytes(StandardCharsets.US_ASCII));
      AttachedText text = AttachedText.parts(bytes, type, place);
      findings.addAll(text.findings());
      parts.addAll(text.parts());
    } catch (IllegalArgumentException e) {
      findings.add(SourceFinding.NOT_READ.at(place, "An attachment is not base64."));
    }
  }
}

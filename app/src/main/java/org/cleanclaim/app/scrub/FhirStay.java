package org.cleanclaim.app.scrub;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.kernel.claim.Admission;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an institutional claim of FHIR says of the stay: its days, how the patient came and went,
/// procedures, DRG and conditions. The categories of `supportingInfo` are those of the CARIN Blue
/// Button guide, and `info` with the code `condition`.
///
/// @param codes procedures, DRG and condition codes
record FhirStay(
    @Nullable LocalDate admittedOn,
    @Nullable LocalDate dischargedOn,
    @Nullable Admission admission,
    List<InformationCode> codes) {
  private static final FhirStay NONE = new FhirStay(null, null, null, List.of());

  static FhirStay of(JsonNode claim, ClaimType type) {
    if (type != ClaimType.INSTITUTIONAL) return NONE;
    LocalDate from = day(claim.path("billablePeriod").path("start"));
    LocalDate through = day(claim.path("billablePeriod").path("end"));
    String admissionType = null;
    String source = null;
    String status = null;
    var codes = new ArrayList<InformationCode>();
    procedures(claim, codes);
    for (JsonNode info : claim.path("supportingInfo")) {
      String code = code(info.path("code"));
      switch (code(info.path("category"))) {
        case "admissionperiod" -> {
          from = orElse(day(info.path("timingPeriod").path("start")), from);
          through = orElse(day(info.path("timingPeriod").path("end")), through);
        }
        case "discharge-status" -> status = code;
        case "admtype" -> admissionType = code;
        case "pointoforigin" -> source = code;
        case "drg" -> add(codes, Kind.DRG, code);
        case "condition" -> add(codes, Kind.CONDITION, code);
        default -> {
          // says nothing of the stay
        }
      }
    }
    var admission =
        admissionType == null && source == null && status == null
            ? null
            : new Admission(admissionType, source, status);
    return new FhirStay(from, through, admission, codes);
  }

  private static void procedures(JsonNode claim, List<InformationCode> codes) {
    var nodes = new ArrayList<JsonNode>();
    claim.path("procedure").forEach(nodes::add);
    nodes.sort(Comparator.comparingInt(node -> node.path("sequence").asInt(0)));
    for (JsonNode node : nodes) {
      add(
          codes,
          codes.isEmpty() ? Kind.PRINCIPAL_PROCEDURE : Kind.OTHER_PROCEDURE,
          code(node.path("procedureCodeableConcept")).replace(".", ""));
    }
  }

  private static void add(List<InformationCode> codes, Kind kind, String code) {
    if (code.isEmpty()) return;
    codes.add(new InformationCode(kind, kind.list(), code, null, null, null, null));
  }

  private static String code(JsonNode concept) {
    return concept.path("coding").path(0).path("code").asString("");
  }

  private static @Nullable LocalDate orElse(@Nullable LocalDate day, @Nullable LocalDate other) {
    return day == null ? other : day;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    String text = node.asString("");
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}

package org.cleanclaim.app.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.practice.RegisteredPatients;
import org.cleanclaim.app.practice.Visits;
import org.cleanclaim.app.staff.Visitor;
import tools.jackson.databind.JsonNode;

/// A practice of its own on the shared server, so that its stories leave the demo month alone. Its
/// administrator brings in the others over the API; visits and notes come as an interface brings
/// them.
final class CodingPractice extends Practice {
  /// Of the provider whom all visits are made to.
  static final String NPI = "1234567893";

  static final String NOTE =
      """
      CARDIOLOGY CLINIC NOTE
      70-year-old man with swelling of both legs. No fever.
      Assessment: Heart failure. Hyperlipidemia.
      Plan: furosemide, statin continued.
      """;

  private final RegisteredPatients patients = new RegisteredPatients(this);
  private final Visits visits =
      new Visits(this, Visits.provider("Panel", "Pia", NPI, "207RC0000X"), "Cardiology");

  CodingPractice(String mark, String npi) {
    super(mark, npi);
    hire("root", Role.ADMIN);
    bringIn("cole", "Cole Coder", Role.CODER, "");
    bringIn("cora", "Cora Coder", Role.CODER, "");
    bringIn("moss", "Moss Manager", Role.MANAGER, "");
    bringIn("aude", "Aude Auditor", Role.AUDITOR, "");
    bringIn("fay", "Fay Desk", Role.FRONT_DESK, "");
    bringIn("pia", "Pia Panel", Role.PROVIDER, "\"npi\": \"%s\", ".formatted(NPI));
  }

  private void bringIn(String person, String displayName, Role role, String more) {
    post(
            "root",
            "/users",
            """
            {"userName": "%s", "displayName": "%s", "roles": ["%s"], %s"password": "%s"}
            """
                .formatted(name(person), displayName, role, more, PASSWORD))
        .is(201);
  }

  /// One of them in front of a browser.
  Visitor visitor(String person) {
    return new Visitor(name(person), PASSWORD);
  }

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /// A visit of today with its note, whose chart is open for coding.
  ///
  /// @return address of the chart
  String visit(String number, String setting, String note) {
    return visit(number, setting, today(), note);
  }

  /// The same on another day of service.
  String visit(String number, String setting, LocalDate servedOn, String note) {
    var visit = visits.register(patients.oldMan(number).id(), number, setting, "11", servedOn);
    visits.document(visit.id(), "Visit note", note);
    return "/charts/" + visit.publicId();
  }

  /// A document that arrives for a chart.
  void document(String chart, String name, String text) {
    visits.document(visit(chart), name, text);
  }

  /// The beginning of a procedure as the engine suggests it where the Tables are installed and the
  /// record says no more.
  void suggestProcedure(String chart, String beginning) {
    var visit = visit(chart);
    write(() ->
        jdbc()
            .sql(
                """
                insert into suggestion (chart_id, code_system, code, title, confidence_percent, evidence, path,
                  missing_detail)
                select chart_id, 'ICD10PCS', :code, 'Procedure', 50,
                  jsonb_build_array(jsonb_build_object('documentId', d.document_id::text, 'start', 0, 'end', 9,
                    'quote', left(d.body, 9))), '[]', '["The approach is not documented."]'
                from chart
                join document d using (encounter_id)
                where encounter_id = :visit
                """)
            .param("code", beginning)
            .param("visit", visit.value())
            .update());
  }

  /// The text of the first document of a chart.
  String documentText(String chart) {
    return read(() -> server.bean(Encounters.class).documents(visit(chart)).getFirst().body());
  }

  /// The practice's prices.
  void prices(Map<String, String> dollarsOfCode) {
    visits.price(dollarsOfCode);
  }

  /// Charges one service for a visit.
  void charge(String chart, String procedure, String dollars) {
    prices(Map.of(procedure, dollars));
    visits.charge(visit(chart), List.of(), procedure);
  }

  private EncounterId visit(String chart) {
    var id = UUID.fromString(chart.substring(chart.lastIndexOf('/') + 1));
    return inside(() -> server.bean(Encounters.class).find(id).orElseThrow().id());
  }

  /// A change of a chart on its revision of now.
  ApiAnswer change(String user, String chart, String kind, String code, String more) {
    return change(user, chart, kind, "ICD10CM", code, more);
  }

  /// The same for a code of another system.
  ApiAnswer change(
      String user, String chart, String kind, String system, String code, String more) {
    long revision = get(user, chart).is(200).json().get("revision").asLong();
    return post(
        user,
        chart + "/changes",
        """
        {"key": "%s", "revision": %d, "kind": "%s", "system": "%s", "code": "%s"%s}
        """
            .formatted(UUID.randomUUID(), revision, kind, system, code, more));
  }

  /// The codes of a chart.
  static List<String> codes(ApiAnswer chart) {
    var codes = new ArrayList<String>();
    for (JsonNode code : chart.json().get("codes")) codes.add(code.get("code").asString());
    return codes;
  }

  /// The codes that are suggested for a chart.
  static List<String> suggested(ApiAnswer chart) {
    var codes = new ArrayList<String>();
    for (JsonNode each : chart.json().get("suggestions")) codes.add(each.get("code").asString());
    return codes;
  }
}

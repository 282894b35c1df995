package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Visitor;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A practice of its own on the shared server, so that its stories leave the demo month alone. Its
/// administrator brings in the others over the API; visits and notes come as an interface brings
/// them.
final class CodingPractice {
  static final String NPI = "1234567893";
  private static final String ZONE = "America/New_York";
  private static final String WORDS = "nine grey tulips under snow";
  private static final DemoServer SERVER = DemoServer.shared();

  private final String mark;
  private final long id;

  /// An answer of the API.
  record Said(int status, String text) {
    JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }

    Said is(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }
  }

  /// @param mark ends the user names, which are one for the whole server
  /// @param npi of the practice
  CodingPractice(String mark, String npi) {
    this.mark = mark;
    this.id =
        SERVER
            .bean(Organizations.class)
            .register(
                new Organization(
                    0,
                    "Practice " + mark,
                    new Npi(npi),
                    new TaxId("123456789", TaxId.Kind.EMPLOYER),
                    new Taxonomy("207RC0000X"),
                    new Address("1 Main Street", null, "Marlow", "OH", "43215"),
                    null,
                    ZONE))
            .id();
    inside(() ->
        SERVER
            .bean(UserAccounts.class)
            .register(name("root"), "Rae Root", WORDS, Set.of(Role.ADMIN)));
    hire("cole", "CODER");
    hire("cora", "CODER");
    hire("moss", "MANAGER");
    hire("aude", "AUDITOR");
    hire("fay", "FRONT_DESK");
    post(
            "root",
            "/users",
            """
            {"userName": "%s", "displayName": "Pia Panel", "roles": ["PROVIDER"], "npi": "%s", "password": "%s"}
            """
                .formatted(name("pia"), NPI, WORDS))
        .is(201);
  }

  private void hire(String user, String role) {
    post(
            "root",
            "/users",
            """
            {"userName": "%s", "displayName": "Somebody Else", "roles": ["%s"], "password": "%s"}
            """
                .formatted(name(user), role, WORDS))
        .is(201);
  }

  String name(String user) {
    return user + "." + mark;
  }

  /// One of them in front of a browser.
  Visitor visitor(String user) {
    return new Visitor(name(user), WORDS);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of(ZONE));
  }

  /// A visit of today with its note, whose chart is open for coding.
  ///
  /// @return address of the chart
  String visit(String number, String setting, String note) {
    return visit(number, setting, today(), note);
  }

  /// The same on another day of service.
  String visit(String number, String setting, LocalDate servedOn, String note) {
    var encounter = new UUID[1];
    inside(() -> {
      var jdbc = SERVER.bean(JdbcClient.class);
      long patient =
          jdbc.sql(
                  """
                  insert into patient (account_number, last_name, first_name, born_on, sex, address_line, city, state,
                    postal_code, created_at)
                  values (:number, 'Story', 'Sam', '1956-02-03', 'MALE', '2 Main Street', 'Marlow', 'OH', '43215', now())
                  returning patient_id
                  """)
              .param("number", number)
              .query(Long.class)
              .single();
      encounter[0] =
          jdbc.sql(
                  """
                  insert into encounter (visit_number, patient_id, provider_name, provider_first_name, provider_npi,
                    provider_taxonomy, specialty, setting, place_of_service, served_on, created_at)
                  values (:number, :patient, 'Panel', 'Pia', :npi, '207RC0000X', 'Cardiology', :setting, '11', :on, now())
                  returning public_id
                  """)
              .param("number", number)
              .param("patient", patient)
              .param("npi", NPI)
              .param("setting", setting)
              .param("on", servedOn)
              .query(UUID.class)
              .single();
    });
    String chart = "/charts/" + encounter[0];
    document(chart, "Visit note", note);
    return chart;
  }

  /// A document that arrives for a chart.
  void document(String chart, String name, String text) {
    var encounters = SERVER.bean(Encounters.class);
    inside(
        () -> encounters.document(encounters.find(publicId(chart)).orElseThrow().id(), name, text));
  }

  /// The text of the first document of a chart.
  String documentText(String chart) {
    var text = new StringBuilder();
    var encounters = SERVER.bean(Encounters.class);
    inside(() -> {
      var id = encounters.find(publicId(chart)).orElseThrow().id();
      text.append(encounters.documents(id).getFirst().body());
    });
    return text.toString();
  }

  /// The practice's prices.
  void prices(Map<String, String> dollarsOfCode) {
    inside(() ->
        SERVER
            .bean(FeeSchedules.class)
            .replaceCharges(
                dollarsOfCode.entrySet().stream()
                    .map(e ->
                        new FeeSchedules.Fee(
                            new ProcedureCode(e.getKey()),
                            null,
                            Money.of(e.getValue()),
                            EffectivePeriod.from(today().minusYears(1))))
                    .toList()));
  }

  /// Charges one service for a visit.
  void charge(String chart, String procedure, String dollars) {
    inside(() -> {
      SERVER
          .bean(FeeSchedules.class)
          .replaceCharges(
              List.of(
                  new FeeSchedules.Fee(
                      new ProcedureCode(procedure),
                      null,
                      Money.of(dollars),
                      EffectivePeriod.from(today().minusYears(1)))));
      var encounter = SERVER.bean(Encounters.class).find(publicId(chart)).orElseThrow();
      SERVER
          .bean(Charges.class)
          .capture(
              encounter.id(),
              List.of(
                  new ChargeEntry(
                      new ProcedureCode(procedure), List.of(), BigDecimal.ONE, List.of())));
    });
  }

  private static UUID publicId(String chart) {
    return UUID.fromString(chart.substring(chart.lastIndexOf('/') + 1));
  }

  private void inside(Runnable work) {
    Acting.as(
        Actor.system(id, "interface"),
        () -> {
          new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
              .executeWithoutResult(status -> work.run());
          return true;
        });
  }

  Said get(String user, String path) {
    return send(user, "GET", path, "");
  }

  Said post(String user, String path, String body) {
    return send(user, "POST", path, body);
  }

  Said put(String user, String path, String body) {
    return send(user, "PUT", path, body);
  }

  Said delete(String user, String path) {
    return send(user, "DELETE", path, "");
  }

  /// A change of a chart on its revision of now.
  Said change(String user, String chart, String kind, String code, String more) {
    return change(user, chart, kind, "ICD10CM", code, more);
  }

  /// The same for a code of another system.
  Said change(String user, String chart, String kind, String system, String code, String more) {
    long revision = get(user, chart).is(200).json().get("revision").asLong();
    return post(
        user,
        chart + "/changes",
        """
        {"key": "%s", "revision": %d, "kind": "%s", "system": "%s", "code": "%s"%s}
        """
            .formatted(UUID.randomUUID(), revision, kind, system, code, more));
  }

  private Said send(String user, String method, String path, String body) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name(user) + ":" + WORDS).getBytes(StandardCharsets.UTF_8));
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + SERVER.port() + "/api/v1" + path))
                  .header("Authorization", "Basic " + basic)
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

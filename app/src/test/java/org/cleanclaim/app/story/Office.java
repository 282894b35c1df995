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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
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
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartDecisions;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.FeeSchedules.Fee;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.payer.AnswerFile;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.payer.PlannedEvent;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.estimate.BusinessDays;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A billing office of its own beside the demo month. Visits up to the claim and what payers send
/// are set up here; everything that a story tells goes over HTTP.
///
/// Its fees: a visit (99213) costs 150.00, of which the payer allows 92.00 with a copay of 30.00;
/// an injection (20610) costs 120.00, of which the payer allows 70.00 and pays four fifths.
final class Office {
  @SuppressWarnings("TimeInStaticInitializer") // one day for all stories, also past midnight
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  /// The day of the visits.
  static final LocalDate SERVED = TODAY.minusDays(25);

  private static final String PASSWORD = "a long pass phrase for stories";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ProcedureCode VISIT = new ProcedureCode("99213");
  private static final ProcedureCode INJECTION = new ProcedureCode("20610");

  final DemoServer server = DemoServer.shared();
  final Organization practice;
  private final String prefix;
  private final Payer payer;
  private int number;

  /// @param npi of the practice; an office is found again by it
  Office(String prefix, String npi) {
    this.prefix = prefix;
    practice =
        server
            .bean(Organizations.class)
            .register(
                new Organization(
                    0,
                    "Office " + prefix,
                    new Npi(npi),
                    new TaxId("123456789", TaxId.Kind.EMPLOYER),
                    new Taxonomy("207Q00000X"),
                    new Address("1 Story Street", null, "Marlow", "OH", "432150001"),
                    "614-555-0100",
                    "America/New_York"));
    payer =
        inside(() -> {
          var users = server.bean(UserAccounts.class);
          for (Role role : List.of(Role.BILLER, Role.FRONT_DESK, Role.CODER, Role.MANAGER)) {
            users.register(user(role), role.title(), PASSWORD, Set.of(role));
          }
          users.register(user(Role.MANAGER) + "2", "Other", PASSWORD, Set.of(Role.MANAGER));
          return payer();
        });
  }

  private Payer payer() {
    var fees = server.bean(FeeSchedules.class);
    fees.replaceCharges(List.of(fee(VISIT, "150.00"), fee(INJECTION, "120.00")));
    var registered =
        server
            .bean(Payers.class)
            .register(
                new Payer(
                    0,
                    "harbor",
                    "Harbor Health",
                    new PayerId("HARBOR" + prefix.toUpperCase(java.util.Locale.ROOT)),
                    FilingIndicator.COMMERCIAL,
                    365,
                    null,
                    Set.of()));
    fees.replaceAllowed(registered, List.of(fee(VISIT, "92.00"), fee(INJECTION, "70.00")));
    return registered;
  }

  private static Fee fee(ProcedureCode procedure, String amount) {
    return new Fee(
        procedure, null, Money.of(amount), EffectivePeriod.from(LocalDate.of(2020, 1, 1)));
  }

  private String user(Role role) {
    return prefix + role.name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Work as the practice's system.
  <R> R inside(java.util.function.Supplier<R> work) {
    return Acting.as(Actor.system(practice.id(), "story"), work::get);
  }

  // ---- HTTP ----

  /// An answer of the API.
  record Said(int status, String text) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    Said is(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }

    String at(String pointer) {
      return json().at(pointer).asString();
    }
  }

  Said get(Role role, String path) {
    return send(user(role), "GET", path, new byte[0], "application/json");
  }

  Said post(Role role, String path, String body) {
    return send(
        user(role), "POST", path, body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /// As the other manager: who asks does not approve.
  Said postAsOther(String path, String body) {
    return send(
        user(Role.MANAGER) + "2",
        "POST",
        path,
        body.getBytes(StandardCharsets.UTF_8),
        "application/json");
  }

  Said put(Role role, String path, String body) {
    return send(user(role), "PUT", path, body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /// Takes a file that came from outside.
  Said take(String name, byte[] file) {
    return send(user(Role.BILLER), "POST", "/files?name=" + name, file, "application/edi-x12");
  }

  /// A page as the biller sees it.
  String page(String path) {
    return sendTo(user(Role.BILLER), "GET", path, new byte[0], "text/html").is(200).text();
  }

  /// The biller's calendar of deadlines, as a program that subscribes to it gets it.
  byte[] calendar() {
    var biller = new Actor(practice.id(), user(Role.BILLER), Set.of(Role.BILLER), false);
    String token = Acting.as(biller, () -> server.bean(DeadlineFeeds.class).renew());
    String path = "/deadlines/feed/" + token + ".ics";
    return sendTo(user(Role.BILLER), "GET", path, new byte[0], "text/calendar")
        .is(200)
        .text()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A plain text as the biller.
  Said postText(String path, String text) {
    return send(
        user(Role.BILLER), "POST", path, text.getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  Said takeStatement(String csv) {
    return send(
        user(Role.BILLER), "POST", "/deposits", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  private Said send(String user, String method, String path, byte[] body, String type) {
    return sendTo(user, method, "/api/v1" + path, body, type);
  }

  private Said sendTo(String user, String method, String path, byte[] body, String type) {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                  .header(
                      "Authorization",
                      "Basic "
                          + Base64.getEncoder()
                              .encodeToString(
                                  (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                  .header("Content-Type", type)
                  .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // ---- what stands before a story ----

  /// A member's number that nobody has had.
  String member() {
    return "M%s%05d".formatted(prefix.toUpperCase(java.util.Locale.ROOT), ++number);
  }

  /// A visit of a new patient that was coded and billed: a claim that is ready to be sent.
  BilledClaim billed(String member, String... procedures) {
    var visit = inside(() -> documented(member));
    inside(() -> coded(visit.id()));
    return inside(() -> charged(visit.id(), procedures));
  }

  /// A stay of three nights of a new patient, entered, charged and billed over the API.
  BilledClaim stayBilled(String member) {
    var visit = inside(() -> documented(member));
    inside(() -> coded(visit.id()));
    inside(() ->
        new TransactionTemplate(server.bean(PlatformTransactionManager.class))
            .execute(status ->
                server
                    .bean(JdbcClient.class)
                    .sql(
                        """
                        update chart_code set present_on_admission = 'Y'
                        where chart_id = (select chart_id from chart where encounter_id = :visit)
                        """)
                    .param("visit", visit.id().value())
                    .update()));
    String path = "/encounters/" + visit.publicId();
    put(
            Role.BILLER,
            path + "/stay",
            """
            {"billType": "11", "servedFrom": "%s", "servedThrough": "%s", "admittedOn": "%s", "admissionHour": "0830",
             "dischargedOn": "%s", "dischargeHour": "1400", "admissionType": "1", "admissionSource": "1",
             "patientStatus": "01", "codes": "admitting I10\\nvalue 80 3.00"}
            """
                .formatted(SERVED, SERVED.plusDays(3), SERVED, SERVED.plusDays(3)))
        .is(200);
    post(
            Role.BILLER,
            path + "/facility-charges",
            "{\"lines\": \"0120 - 3 6000.00 %s %s\\n0250 - 4 1500.50 %s\"}"
                .formatted(SERVED, SERVED.plusDays(2), SERVED))
        .is(200);
    var billed = post(Role.BILLER, path + "/claim", "{}").is(200);
    assertThat(billed.at("/status")).as(billed.text()).isEqualTo("READY");
    return inside(
        () -> server.bean(Claims.class).find(UUID.fromString(billed.at("/claim"))).orElseThrow());
  }

  private Encounter documented(String member) {
    return documented(registered(member).id(), "V" + member, SERVED, "11");
  }

  /// A new patient with a policy of the payer.
  Patient registered(String member) {
    var patients = server.bean(Patients.class);
    var patient =
        patients.register(
            new Registration(
                "A" + member,
                new PersonName("Story" + number, "Ada", null, null),
                LocalDate.of(1980, 1, 1),
                Sex.FEMALE,
                new Address(number + " Quiet Lane", null, "Marlow", "OH", "43215"),
                "614-555-0101",
                null));
    server
        .bean(Coverages.class)
        .add(
            new Coverage(
                0,
                patient.id(),
                payer.id(),
                PayerSequence.PRIMARY,
                "Gold",
                new MemberId(member),
                null,
                Relationship.SELF,
                null,
                null,
                null,
                null,
                EffectivePeriod.from(LocalDate.of(TODAY.getYear() - 1, 1, 1))));
    return patient;
  }

  /// A visit of a patient that was coded and charged and is not billed.
  Encounter charge(
      Patient patient, String visitNumber, LocalDate day, String place, String... procedures) {
    return inside(() -> {
      var visit = documented(patient.id(), visitNumber, day, place);
      coded(visit.id());
      captured(visit.id(), procedures);
      return visit;
    });
  }

  private Encounter documented(PatientId patient, String visitNumber, LocalDate day, String place) {
    var encounters = server.bean(Encounters.class);
    var visit =
        encounters.register(
            new Encounter(
                new EncounterId(0),
                new UUID(0, 0),
                visitNumber,
                patient,
                new Provider(
                    ProviderRole.RENDERING,
                    new PersonName("Hale", "Nora"),
                    new Npi("1234567893"),
                    new Taxonomy("207Q00000X"),
                    null,
                    null,
                    null,
                    List.of()),
                "FAMILY",
                "OUTPATIENT",
                new PlaceOfService(place),
                day,
                null,
                null));
    encounters.document(
        visit.id(), "Visit note", "Assessment:\n1. Essential hypertension, at goal.\n");
    return visit;
  }

  /// One more visit, on the same day, of the patient of a claim, coded and billed.
  BilledClaim billedAgain(BilledClaim claim, String... procedures) {
    var visit =
        inside(() ->
            documented(
                claim.patientId(), "V" + claim.controlNumber() + "-" + ++number, SERVED, "11"));
    inside(() -> coded(visit.id()));
    return inside(() -> charged(visit.id(), procedures));
  }

  private FinalizeResult coded(EncounterId visit) {
    var decisions = server.bean(ChartDecisions.class);
    if (!decisions.accept(visit, CodeSystem.ICD10CM, "I10")) {
      server
          .bean(ChartCodes.class)
          .addWithReason(visit, CodeSystem.ICD10CM, "I10", "Assessed at this visit");
    }
    for (var suggestion : server.bean(Charts.class).get(visit).suggestions()) {
      if (suggestion.decision() == null) {
        decisions.reject(visit, suggestion.system(), suggestion.code(), "Not assessed");
      }
    }
    var result = server.bean(ChartFinalizing.class).finalizeCodes(visit);
    assertThat(result).isNotInstanceOf(FinalizeResult.Stopped.class);
    return result;
  }

  private void captured(EncounterId visit, String... procedures) {
    var entries =
        Arrays.stream(procedures)
            .map(p ->
                new ChargeEntry(
                    new ProcedureCode(p), List.of(), BigDecimal.ONE, List.of(new Icd10Cm("I10"))))
            .toList();
    assertThat(server.bean(Charges.class).capture(visit, entries))
        .isNotInstanceOf(CaptureResult.NotPriced.class);
  }

  private BilledClaim charged(EncounterId visit, String... procedures) {
    captured(visit, procedures);
    return switch (server.bean(Claims.class).bill(visit)) {
      case CreateResult.Created created -> created.claim();
      case CreateResult.NotBillable not -> throw new AssertionError(not.message());
      case CreateResult.SelfPay self -> throw new AssertionError("self-pay");
    };
  }

  /// Harbor Health with some members, and what it will do beyond its rules.
  PayerBox box(List<String> members, PlannedEvent... events) {
    var always = EffectivePeriod.from(LocalDate.of(2020, 1, 1));
    var plan =
        BenefitPlan.of(
            "Gold",
            new TierBenefits(
                FamilyLimit.embedded(Money.ZERO, null),
                FamilyLimit.embedded(Money.of("4000.00"), null),
                CategoryBenefit.coinsured(new BigDecimal("0.20")),
                Map.of(new ServiceCategory("office"), CategoryBenefit.copaid(Money.of("30.00")))),
            Set.of(),
            Map.of());
    var known = new HashMap<MemberId, Member>();
    for (String member : members) {
      var id = new MemberId(member);
      known.put(id, new Member(id, always, plan, Accumulators.NONE, TODAY));
    }
    var book =
        new PayerBook(
            payer.name(),
            payer.electronicId(),
            null,
            null,
            payer.filing(),
            known,
            Contract.of(
                "A contract",
                always,
                FeeSchedule.of(
                    List.of(
                        new FeeSchedule.Row(VISIT, null, Money.of("92.00"), always),
                        new FeeSchedule.Row(INJECTION, null, Money.of("70.00"), always)))),
            Map.of(VISIT, new ServiceCategory("office")),
            Set.of(),
            Set.of(),
            365,
            10,
            false);
    return new PayerBox(
        book, List.of(events), Math.floorMod((prefix + ++number).hashCode(), 9000) + 1);
  }

  /// Sends what is ready and gives the payer's answers back to the practice over the API.
  void deliver(PayerBox to) {
    carry(to.receive("claims.837", submitted(), TODAY.minusDays(20).atTime(17, 0)));
  }

  /// Sends what is ready.
  ///
  /// @return the 837
  byte[] submitted() {
    return inside(() ->
        switch (server.bean(Submissions.class).submit(payer)) {
          case SubmitResult.Submitted submitted ->
              server.bean(FileExchange.class).content(submitted.file());
          case SubmitResult other -> throw new AssertionError(other);
        });
  }

  /// A 999 that refuses the one transaction set of an 837.
  byte[] refusal(byte[] claims) {
    String text = new String(claims, StandardCharsets.ISO_8859_1);
    String group = text.substring(text.indexOf("GS*HC*")).split("\\*")[6];
    String set = text.substring(text.indexOf("ST*837*")).split("[*~]")[2];
    var refused =
        new FunctionalAcknowledgment(
            "HC",
            group,
            "005010X222A1",
            List.of(
                new FunctionalAcknowledgment.TransactionResult(
                    "837", set, "005010X222A1", "R", List.of("5"), List.of())),
            "R",
            1,
            1,
            0,
            List.of());
    return X12Writer.functionalAcknowledgments(
        new Envelope(
            "ZZ",
            "HARBOR",
            "ZZ",
            "OFFICE",
            TODAY.atTime(9, 0),
            "000000999",
            false,
            Separators.STANDARD),
        "1",
        List.of(refused));
  }

  /// Moves what was done with a claim back in time.
  void sentDaysAgo(BilledClaim claim, int days) {
    change(claim, "last_sent_at = now() - make_interval(days => :value)", days);
  }

  /// Sets the last day on which the payer takes a claim.
  void filingLimit(BilledClaim claim, LocalDate last) {
    change(claim, "file_by = :value", last);
  }

  private void change(BilledClaim claim, String set, Object value) {
    inside(() ->
        new TransactionTemplate(server.bean(PlatformTransactionManager.class))
            .execute(status ->
                server
                    .bean(JdbcClient.class)
                    .sql("update claim set " + set + " where claim_id = :claim")
                    .param("value", value)
                    .param("claim", claim.id().value())
                    .update()));
  }

  /// The payer pays what it has decided.
  List<AnswerFile> payRun(PayerBox of) {
    var files = of.payRun(TODAY.minusDays(5).atTime(6, 0));
    carry(files);
    return files;
  }

  private void carry(List<AnswerFile> answers) {
    for (AnswerFile answer : answers) take(answer.name(), answer.bytes()).is(200);
  }

  /// A claim that the payer has, with the payer's number, nothing decided.
  BilledClaim atPayer(String... procedures) {
    String member = member();
    var claim = billed(member, procedures);
    deliver(box(List.of(member)));
    assertThat(claim(claim).at("/status")).isEqualTo("AT_PAYER");
    return claim;
  }

  /// What goes by itself each day, at noon of the next business day.
  void goDailyRounds() {
    var day = TODAY;
    while (!BusinessDays.contains(day)) day = day.plusDays(1);
    var noon = day.atTime(12, 0).atZone(ZoneId.of("America/New_York"));
    Acting.as(
        Actor.system(practice.id(), "story"),
        Clock.fixed(noon.toInstant(), noon.getZone()),
        () -> {
          server.bean(DailyRounds.class).goDue();
          return 0;
        });
  }

  /// A file that was sent, by its name.
  String sent(String name) {
    return inside(() -> {
      var files = server.bean(FileExchange.class);
      long id =
          new TransactionTemplate(server.bean(PlatformTransactionManager.class))
              .execute(status ->
                  server
                      .bean(JdbcClient.class)
                      .sql("select exchanged_file_id from exchanged_file where name = :name")
                      .param("name", name)
                      .query(Long.class)
                      .single());
      return new String(files.content(files.find(id).orElseThrow()), StandardCharsets.US_ASCII);
    });
  }

  // ---- what is asked in every story ----

  /// The id of a claim's patient.
  String patient(BilledClaim claim) {
    return inside(() -> server.bean(Patients.class).get(claim.patientId()).publicId().toString());
  }

  Said claim(BilledClaim claim) {
    return get(Role.BILLER, "/claims/" + claim.publicId()).is(200);
  }

  /// What the payer owes for a claim.
  String owed(BilledClaim claim) {
    return claim(claim).at("/balance");
  }

  String next(BilledClaim claim) {
    return claim(claim).at("/standing/next");
  }

  /// What the patient of a claim owes.
  String ofPatient(BilledClaim claim) {
    UUID id = inside(() -> server.bean(Patients.class).get(claim.patientId()).publicId());
    return get(Role.FRONT_DESK, "/patients/" + id).is(200).at("/balance");
  }

  /// What stands on an account of the whole practice.
  Money balance(Account account) {
    return inside(() -> server.bean(Ledger.class).balances().getOrDefault(account, Money.ZERO));
  }

  boolean isBalanced() {
    return inside(() ->
        new TransactionTemplate(server.bean(PlatformTransactionManager.class))
            .execute(status -> server.bean(Ledger.class).totals().isBalanced()));
  }

  /// The open denial cases of a claim.
  List<JsonNode> denials(BilledClaim claim) {
    return rows(get(Role.BILLER, "/denials?open=false")).stream()
        .filter(d -> d.at("/controlNumber").asString().equals(claim.controlNumber()))
        .toList();
  }

  /// The clocks of a claim that run, or those that have stopped, by kind.
  ///
  /// @param span OPEN or STOPPED
  Map<String, JsonNode> clocks(BilledClaim claim, String span) {
    var clocks = new HashMap<String, JsonNode>();
    for (JsonNode clock : rows(get(Role.BILLER, "/deadlines?span=" + span))) {
      if (clock.at("/claim").asString().equals(claim.publicId().toString())) {
        clocks.put(clock.at("/kind").asString(), clock);
      }
    }
    return clocks;
  }

  /// What waits for a decision about a remittance.
  List<JsonNode> waiting(String trace) {
    return rows(get(Role.BILLER, "/remittances/exceptions")).stream()
        .filter(x -> x.at("/trace").asString().equals(trace))
        .toList();
  }

  static List<JsonNode> rows(Said said) {
    var rows = new ArrayList<JsonNode>();
    said.is(200).json().forEach(rows::add);
    return rows;
  }

  String trace() {
    return "T" + prefix.toUpperCase(java.util.Locale.ROOT) + ++number;
  }

  Payer harbor() {
    return payer;
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.BoxedPayer;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.practice.RegisteredPatients;
import org.cleanclaim.app.practice.Visits;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.cleanclaim.app.timer.DailyRounds;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.AnswerFile;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.payer.PlannedEvent;
import org.cleanclaim.pricing.estimate.BusinessDays;
import tools.jackson.databind.JsonNode;

/// A billing office of its own beside the demo month. Visits up to the claim and what payers send
/// are set up here; everything that a story tells goes over HTTP.
///
/// Its fees: a visit (99213) costs 150.00, of which the payer allows 92.00 with a copay of 30.00;
/// an injection (20610) costs 120.00, of which the payer allows 70.00 and pays four fifths.
final class Office extends Practice {
  @SuppressWarnings("TimeInStaticInitializer") // one day for all stories, also past midnight
  static final LocalDate TODAY = LocalDate.now(ZONE);

  /// The day of the visits.
  static final LocalDate SERVED = TODAY.minusDays(25);

  private static final String OTHER_MANAGER = "manager2";
  private static final Map<String, String> CHARGES = Map.of("99213", "150.00", "20610", "120.00");
  private static final Map<String, String> ALLOWED = Map.of("99213", "92.00", "20610", "70.00");

  private final RegisteredPatients patients = new RegisteredPatients(this);
  private final Visits visits = Visits.toFamilyDoctor(this);
  private final Payer payer;
  private int number;

  /// @param npi of the practice; an office is found again by it
  Office(String mark, String npi) {
    super(mark, npi);
    for (Role role : List.of(Role.BILLER, Role.FRONT_DESK, Role.CODER, Role.MANAGER)) {
      hire(role);
    }
    hire(OTHER_MANAGER, Role.MANAGER);
    visits.price(CHARGES);
    payer = inside(this::contracted);
  }

  private Payer contracted() {
    var registered =
        server
            .bean(Payers.class)
            .register(
                new Payer(
                    0,
                    "harbor",
                    "Harbor Health",
                    new PayerId("HARBOR" + mark.toUpperCase(Locale.ROOT)),
                    FilingIndicator.COMMERCIAL,
                    365,
                    null,
                    Set.of()));
    server.bean(FeeSchedules.class).replaceAllowed(registered, Visits.fees(ALLOWED));
    return registered;
  }

  // ---- who asks, and how ----

  /// As the other manager: who asks does not approve.
  ApiAnswer postAsOther(String path, String body) {
    return caller(OTHER_MANAGER).post(path, body);
  }

  /// Takes a file that came from outside.
  ApiAnswer take(String name, byte[] file) {
    return caller(Role.BILLER).call("POST", "/files?name=" + name, "application/edi-x12", file);
  }

  ApiAnswer takeStatement(String csv) {
    return postText("/deposits", "text/csv", csv);
  }

  /// A plain text as the biller.
  ApiAnswer postText(String path, String text) {
    return postText(path, "text/plain", text);
  }

  ApiAnswer postText(String path, String type, String text) {
    return caller(Role.BILLER).call("POST", path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A page as the biller sees it.
  String page(String path) {
    var page = caller(Role.BILLER).send("GET", path, "");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  /// The biller's calendar of deadlines, as a program that subscribes to it gets it.
  byte[] calendar() {
    String token = as(Role.BILLER, () -> server.bean(DeadlineFeeds.class).renew());
    return page("/deadlines/feed/" + token + ".ics").getBytes(StandardCharsets.UTF_8);
  }

  // ---- what stands before a story ----

  /// A member's number that nobody has had.
  String member() {
    return "M%s%05d".formatted(mark.toUpperCase(Locale.ROOT), ++number);
  }

  /// A visit of a new patient that was coded and billed: a claim that is ready to be sent.
  BilledClaim billed(String member, String... procedures) {
    var visit = charge(registered(member), "V" + member, SERVED, "11", procedures);
    return bill(visit.id());
  }

  /// A stay of three nights of a new patient, entered, charged and billed over the API.
  BilledClaim stayBilled(String member) {
    var visit = coded(registered(member).id(), "V" + member, SERVED, "11");
    write(() ->
        jdbc()
            .sql(
                """
                update chart_code set present_on_admission = 'Y'
                where chart_id = (select chart_id from chart where encounter_id = :visit)
                """)
            .param("visit", visit.id().value())
            .update());
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

  /// A new patient with a policy of the payer.
  Patient registered(String member) {
    var patient = patients.woman("A" + member, "Story" + number, number + " Quiet Lane", null);
    var from = LocalDate.of(TODAY.getYear() - 1, 1, 1);
    patients.cover(patient.id(), payer.id(), PayerSequence.PRIMARY, "Gold", member, from);
    return patient;
  }

  /// A visit of a patient that was coded and charged and is not billed.
  Encounter charge(
      Patient patient, String visitNumber, LocalDate day, String place, String... procedures) {
    var visit = coded(patient.id(), visitNumber, day, place);
    visits.charge(visit.id(), List.of(new Icd10Cm("I10")), procedures);
    return visit;
  }

  private Encounter coded(PatientId patient, String visitNumber, LocalDate day, String place) {
    var visit = visits.register(patient, visitNumber, "OUTPATIENT", place, day);
    visits.document(visit.id(), "Visit note", "Assessment:\n1. Essential hypertension, at goal.\n");
    visits.code(visit.id(), "I10");
    return visit;
  }

  /// One more visit, on the same day, of the patient of a claim, coded and billed.
  BilledClaim billedAgain(BilledClaim claim, String... procedures) {
    var patient = inside(() -> server.bean(Patients.class).get(claim.patientId()));
    String visitNumber = "V" + claim.controlNumber() + "-" + ++number;
    return bill(charge(patient, visitNumber, SERVED, "11", procedures).id());
  }

  /// Bills a visit that was charged.
  BilledClaim bill(EncounterId visit) {
    return inside(() ->
        switch (server.bean(Claims.class).bill(visit)) {
          case CreateResult.Created created -> created.claim();
          case CreateResult.NotBillable not -> throw new AssertionError(not.message());
          case CreateResult.SelfPay self -> throw new AssertionError("self-pay");
        });
  }

  /// Harbor Health with some members, and what it will do beyond its rules.
  PayerBox box(List<String> members, PlannedEvent... events) {
    return new BoxedPayer(payer.name(), payer.electronicId(), payer.filing())
        .members(members)
        .officeCopay("30.00", "99213")
        .allowed(ALLOWED)
        .box(Math.floorMod((mark + ++number).hashCode(), 9000) + 1, events);
  }

  /// Sends what is ready and gives the payer's answers back to the practice over the API.
  void deliver(PayerBox to) {
    for (byte[] file : files(payer)) {
      carry(to.receive("claims.837", file, TODAY.minusDays(20).atTime(17, 0)));
    }
  }

  /// Sends what is ready.
  ///
  /// @return the 837
  byte[] submitted() {
    return submitted(payer);
  }

  /// Sends what is ready for a payer.
  ///
  /// @return the 837
  byte[] submitted(Payer to) {
    return files(to).getFirst();
  }

  // One for the claims of practices, one for those of hospitals.
  private List<byte[]> files(Payer to) {
    return inside(() ->
        switch (server.bean(Submissions.class).submit(to)) {
          case SubmitResult.Submitted submitted ->
              submitted.files().stream().map(server.bean(FileExchange.class)::content).toList();
          case SubmitResult other -> throw new AssertionError(other);
        });
  }

  /// Moves what was done with a claim back in time.
  void sentDaysAgo(BilledClaim claim, int days) {
    change(claim, "last_sent_at = now() - make_interval(days => :value)", days);
  }

  /// Sets the last day on which the payer takes a claim, as its clock has it.
  void filingLimit(BilledClaim claim, LocalDate last) {
    change(claim, "file_by = :value", last);
    write(() ->
        jdbc()
            .sql(
                """
                update deadline_clock set starts_on = cast(:last as date) - amount, due_on = :last
                where claim_id = :claim and kind = 'TIMELY_FILING'
                """)
            .param("last", last)
            .param("claim", claim.id().value())
            .update());
  }

  private void change(BilledClaim claim, String set, Object value) {
    write(() ->
        jdbc()
            .sql("update claim set " + set + " where claim_id = :claim")
            .param("value", value)
            .param("claim", claim.id().value())
            .update());
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
    var noon = day.atTime(12, 0).atZone(ZONE);
    Acting.as(
        Actor.system(organization.id(), "story"),
        Clock.fixed(noon.toInstant(), noon.getZone()),
        () -> {
          server.bean(DailyRounds.class).goDue();
          return 0;
        });
  }

  /// Corrects a claim that the payer has.
  ///
  /// @param how REPLACEMENT, VOID or RESUBMISSION
  ApiAnswer postCorrection(BilledClaim claim, String how) {
    return post(
        Role.BILLER,
        "/claims/" + claim.publicId() + "/corrections",
        "{\"how\": \"%s\", \"reason\": \"The units were wrong\"}".formatted(how));
  }

  // ---- what is asked in every story ----

  /// The id of a claim's patient.
  String patient(BilledClaim claim) {
    return inside(() -> server.bean(Patients.class).get(claim.patientId()).publicId().toString());
  }

  ApiAnswer claim(BilledClaim claim) {
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

  /// The account of a claim's patient.
  ApiAnswer account(BilledClaim claim) {
    UUID id = inside(() -> server.bean(Patients.class).get(claim.patientId()).publicId());
    return get(Role.BILLER, "/billing/accounts/" + id).is(200);
  }

  /// What stands on an account of the whole practice.
  Money balance(Account account) {
    return inside(() -> server.bean(Ledger.class).balances().getOrDefault(account, Money.ZERO));
  }

  boolean isBalanced() {
    return read(() -> server.bean(Ledger.class).totals().isBalanced());
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

  static List<JsonNode> rows(ApiAnswer said) {
    var rows = new ArrayList<JsonNode>();
    said.is(200).json().forEach(rows::add);
    return rows;
  }

  String trace() {
    return "T" + mark.toUpperCase(Locale.ROOT) + ++number;
  }

  Payer harbor() {
    return payer;
  }
}

package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartDecisions;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims of new patients beside the demo month, what payers answer, and a biller before the pages.
@NullUnmarked
abstract class MoneyInBrowser extends DemoInBrowser {
  @SuppressWarnings("TimeInStaticInitializer") // one day for all tests, also past midnight
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  /// The demo practice.
  static final String NPI = "1948372614";

  /// The day of the visits.
  static final LocalDate SERVED = TODAY.minusDays(25);

  private int number;

  // ---- what stands before a test ----

  /// A number that nothing has had.
  String fresh(String letters) {
    return letters + "%04d".formatted(++number);
  }

  /// A new patient with a policy of the payer.
  Patient insured() {
    String account = fresh("MB");
    return inPractice(() -> {
      var patient =
          bean(Patients.class)
              .register(
                  new Registration(
                      account,
                      new PersonName("Rowan" + account.substring(2), "Ada", null, null),
                      LocalDate.of(1980, 1, 1),
                      Sex.FEMALE,
                      new Address(number + " Quiet Lane", null, "Marlow", "OH", "43215"),
                      "614-555-0101",
                      null));
      bean(Coverages.class)
          .add(
              new Coverage(
                  0,
                  patient.id(),
                  payer().id(),
                  PayerSequence.PRIMARY,
                  "Gold",
                  new MemberId("LKP90000" + account.substring(2)),
                  null,
                  Relationship.SELF,
                  null,
                  null,
                  null,
                  null,
                  EffectivePeriod.from(LocalDate.of(TODAY.getYear() - 1, 1, 1))));
      return patient;
    });
  }

  /// The payer whose answers the tests write.
  Payer payer() {
    return inPractice(() ->
        bean(Payers.class).all().stream()
            .filter(p -> p.slug().equals("lakeland"))
            .findFirst()
            .orElseThrow());
  }

  /// A claim of a new patient that has gone to the payer.
  BilledClaim sent(String... procedures) {
    return sent(insured(), procedures);
  }

  BilledClaim sent(Patient patient, String... procedures) {
    var visit = charged(patient, procedures);
    return inPractice(() -> {
      var claim = ((CreateResult.Created) bean(Claims.class).bill(visit.id())).claim();
      assertThat(claim.status()).isEqualTo(ClaimStatus.READY);
      bean(Submissions.class).submit(payer());
      return bean(Claims.class).find(claim.publicId()).orElseThrow();
    });
  }

  private Encounter charged(Patient patient, String... procedures) {
    var visit =
        inPractice(() -> {
          var like = bean(Encounters.class).numbered("E01").orElseThrow();
          return bean(Encounters.class)
              .register(
                  new Encounter(
                      new EncounterId(0),
                      new java.util.UUID(0, 0),
                      fresh("MV"),
                      patient.id(),
                      like.renderingProvider(),
                      like.specialty(),
                      "OUTPATIENT",
                      new PlaceOfService("11"),
                      SERVED,
                      null,
                      null,
                      null,
                      List.of()));
        });
    inTransaction(() -> {
      bean(Encounters.class)
          .document(visit.id(), "Visit note", "Assessment:\n1. Essential hypertension, at goal.\n");
      return true;
    });
    inPractice(() -> {
      var decisions = bean(ChartDecisions.class);
      if (!decisions.accept(visit.id(), CodeSystem.ICD10CM, "I10")) {
        bean(ChartCodes.class)
            .addWithReason(visit.id(), CodeSystem.ICD10CM, "I10", "Assessed at this visit");
      }
      for (var suggestion : bean(Charts.class).get(visit.id()).suggestions()) {
        if (suggestion.decision() == null) {
          decisions.reject(visit.id(), suggestion.system(), suggestion.code(), "Not assessed");
        }
      }
      bean(ChartFinalizing.class).finalizeCodes(visit.id());
      return bean(Charges.class)
          .capture(
              visit.id(),
              Arrays.stream(procedures)
                  .map(p ->
                      new ChargeEntry(
                          new ProcedureCode(p),
                          List.of(),
                          BigDecimal.ONE,
                          List.of(new Icd10Cm("I10"))))
                  .toList());
    });
    return visit;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  <T> T inPractice(Supplier<T> work) {
    long organization = bean(Organizations.class).all().getFirst().id();
    var actor =
        new Actor(organization, "cora", Set.of(Role.CODER, Role.BILLER, Role.MANAGER), true);
    return Acting.as(actor, work::get);
  }

  <T> T inTransaction(Supplier<T> work) {
    return inPractice(() -> bean(TransactionTemplate.class).execute(status -> work.get()));
  }

  // ---- the ledger ----

  Money balance(Account account) {
    return inPractice(() -> bean(Ledger.class).balances().getOrDefault(account, Money.ZERO));
  }

  /// What the payer owes of a claim.
  Money owed(BilledClaim claim) {
    return inPractice(() -> bean(Ledger.class).claimBalance(claim.id().value()));
  }

  /// What a patient owes less what is not applied.
  Money owed(Patient patient) {
    return inPractice(() -> bean(Ledger.class).patientBalance(patient.id().value()));
  }

  Patient patient(BilledClaim claim) {
    return inPractice(() -> bean(Patients.class).get(claim.patientId()));
  }

  boolean isBalanced() {
    return inPractice(() -> bean(Ledger.class).totals().isBalanced());
  }

  /// How many clocks of a claim run.
  int clocks(BilledClaim claim, String kind) {
    return inTransaction(() ->
        bean(JdbcClient.class)
            .sql(
                """
                select count(*) from deadline_clock
                where claim_id = :claim and kind = :kind and state in ('RUNNING', 'SUSPENDED')
                """)
            .param("claim", claim.id().value())
            .param("kind", kind)
            .query(Integer.class)
            .single());
  }

  // ---- what arrives ----

  /// Gives a file to the practice over the API.
  void take(String name, String text) {
    String body = post("bill", "/api/v1/files?name=" + name, "application/edi-x12", text);
    assertThat(body).doesNotContain("\"problem\"");
  }

  String post(String user, String path, String type, String body) {
    String who = user + ":" + DemoMonth.PASSWORD;
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // ---- the pages ----

  /// Somebody else sits down at the browser.
  void changeTo(Page page, String user) {
    page.context().clearCookies();
    signIn(page, user);
  }

  /// Opens a list by its tile on Today.
  void tile(Page page, String label) {
    page.navigate(address + "/");
    page.click(".cc-tile:has(span:text-is('" + label + "'))");
    page.waitForLoadState();
  }

  int onTile(Page page, String label) {
    page.navigate(address + "/");
    return Integer.parseInt(
        page.textContent(".cc-tile:has(span:text-is('" + label + "')) .cc-number"));
  }

  /// The words of the page's content.
  String main(Page page) {
    return page.textContent("main");
  }

  void openRow(Page page, String words) {
    page.locator("tbody tr:has-text('" + words + "') a").first().click();
    page.waitForLoadState();
  }
}

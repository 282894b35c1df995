package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.kernel.EffectivePeriod;
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

/// Patients, visits and claims of the demo practice beside the demo month, for tests that work
/// lists of claims in a real browser.
@NullUnmarked
abstract class ClaimsInBrowser extends DemoInBrowser {
  @SuppressWarnings("TimeInStaticInitializer") // one day for all tests, also past midnight
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  static final LocalDate SERVED = TODAY.minusDays(20);

  private int number;

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  <R, X extends Throwable> R inPractice(ScopedValue.CallableOp<R, X> work) throws X {
    long organization = bean(Organizations.class).all().getFirst().id();
    var everything = Set.of(Role.CODER, Role.BILLER, Role.FRONT_DESK, Role.MANAGER);
    return Acting.as(new Actor(organization, "clara", everything, true), work);
  }

  /// Changes rows, to move what was done back in time.
  void sql(String statement, Object value) {
    inPractice(() ->
        bean(TransactionTemplate.class)
            .execute(status -> bean(JdbcClient.class).sql(statement).param(value).update()));
  }

  Payer payer(String slug) {
    return inPractice(() ->
        bean(Payers.class).all().stream()
            .filter(p -> p.slug().equals(slug))
            .findFirst()
            .orElseThrow());
  }

  /// A patient with a policy of a payer.
  Patient covered(String last, String payer, String member) {
    return inPractice(() -> {
      var patient =
          bean(Patients.class)
              .register(
                  new Registration(
                      "W%05d".formatted(++number),
                      new PersonName(last, "Wilma", null, null),
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
                  payer(payer).id(),
                  PayerSequence.PRIMARY,
                  "Gold",
                  new MemberId(member),
                  null,
                  Relationship.SELF,
                  null,
                  null,
                  null,
                  null,
                  EffectivePeriod.from(LocalDate.of(2020, 1, 1))));
      return patient;
    });
  }

  /// A visit with final codes on which nothing is charged.
  Encounter coded(Patient patient) {
    return inPractice(() -> {
      var like = bean(Encounters.class).numbered("E01").orElseThrow();
      var visit =
          bean(Encounters.class)
              .register(
                  new Encounter(
                      new EncounterId(0),
                      new UUID(0, 0),
                      "W%03d".formatted(++number),
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
      bean(TransactionTemplate.class)
          .executeWithoutResult(status ->
              bean(Encounters.class)
                  .document(
                      visit.id(),
                      "Visit note",
                      "Assessment:\n1. Essential hypertension, at goal.\n"));
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
      return visit;
    });
  }

  /// A visit that was coded, charged and billed.
  BilledClaim billed(Patient patient, String procedure) {
    var visit = coded(patient);
    return inPractice(() -> {
      bean(Charges.class)
          .capture(
              visit.id(),
              List.of(
                  new ChargeEntry(
                      new ProcedureCode(procedure),
                      List.of(),
                      BigDecimal.ONE,
                      List.of(new Icd10Cm("I10")))));
      return switch (bean(Claims.class).bill(visit.id())) {
        case CreateResult.Created made -> made.claim();
        case CreateResult other -> throw new AssertionError(other);
      };
    });
  }

  /// The same, and sent to its payer with whatever else is ready for it.
  ///
  /// @return the claim, and the file that it went out in
  Sent sent(Patient patient) {
    var claim = billed(patient, "99213");
    return inPractice(() ->
        switch (bean(Submissions.class).submit(bean(Payers.class).get(claim.payerId()))) {
          case Submissions.SubmitResult.Submitted sent ->
              new Sent(sent.claims().getLast(), sent.file().id());
          case Submissions.SubmitResult other -> throw new AssertionError(other);
        });
  }

  record Sent(BilledClaim claim, long fileId) {}

  /// Opens a list by its tile on the first page.
  void openTile(Page page, String label) {
    page.navigate(address + "/");
    page.click(".cc-tile:has-text('" + label + "')");
    page.waitForLoadState();
  }

  /// The number that a tile of the first page shows.
  int tile(Page page, String label) {
    page.navigate(address + "/");
    return Integer.parseInt(
        page.textContent(".cc-tile:has-text('" + label + "') .cc-number").strip());
  }

  /// Opens the row of a list that names something.
  void openRow(Page page, String words) {
    var row = page.locator("tbody tr:has-text('" + words + "')");
    assertThat(row.count()).as(words + " in " + page.url()).isPositive();
    row.first().locator("a").first().click();
    page.waitForLoadState();
  }

  boolean lists(Page page, String words) {
    return page.locator("tbody tr:has-text('" + words + "')").count() > 0;
  }

  /// Opens a folded form.
  void unfold(Page page, String summary) {
    page.click("summary:has-text('" + summary + "')");
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// The end of a month, and clocks.
class ClosingStoriesTest {
  private static final Office OFFICE = new Office("clo", "1003000159");

  @Test
  void whatComesForAClosedPeriodIsDatedAfterIt() {
    var claim = OFFICE.atPayer("99213");
    var through = Office.TODAY.withDayOfMonth(1).minusDays(1);
    OFFICE.post(Role.BILLER, "/ledger/closings", "{}").is(403);
    OFFICE
        .post(
            Role.MANAGER,
            "/ledger/closings",
            "{\"kind\": \"PERIOD\", \"through\": \"%s\", \"note\": \"Month\"}".formatted(through))
        .is(200);
    String hash = OFFICE.get(Role.MANAGER, "/ledger/hash?through=" + through).is(200).at("/hash");

    var answer =
        new Remitted(OFFICE, OFFICE.trace())
            .paidOn(through.minusDays(1))
            .line(claim, "1", "CO 45 58.00, PR 3 30.00")
            .arrives();

    String moved =
        "Paid on %s, which is closed in the books: it counts for %s"
            .formatted(through.minusDays(1), through.plusDays(1));
    assertThat(answer.at("/remittances/0/booked/sentence")).isEqualTo(moved);
    String remittance = "/remittances/" + answer.at("/remittances/0/publicId");
    assertThat(OFFICE.get(Role.BILLER, remittance).at("/booked/countsFor"))
        .isEqualTo(through.plusDays(1).toString());
    assertThat(OFFICE.page(remittance)).contains(moved);
    assertThat(OFFICE.claim(claim).text()).contains("leaves 30.00 to the patient. " + moved);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.get(Role.MANAGER, "/ledger/hash?through=" + through).at("/hash"))
        .isEqualTo(hash);
    assertThat(
            OFFICE
                .get(
                    Role.MANAGER,
                    "/ledger/journal.csv?from=" + through.plusDays(1) + "&through=" + Office.TODAY)
                .is(200)
                .text())
        .contains("62.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatIsOwedOnAPastDayStaysAsItWas() {
    var claim = OFFICE.atPayer("99213");
    var then = Office.TODAY.minusDays(4);
    String before = OFFICE.get(Role.MANAGER, "/ledger/receivables?on=" + then).is(200).text();

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    assertThat(OFFICE.get(Role.MANAGER, "/ledger/receivables?on=" + then).text()).isEqualTo(before);
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
  }

  @Test
  void whatAPatientPaidIsTakenOffTheVisitAndIsNoCreditBesideIt() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    Money before = owedByPatients("/owed");
    Money credits = owedByPatients("/credits");

    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "%s", "method": "cash", "purpose": "STATEMENT", "amount": "10.00",
             "receivedOn": "%s"}
            """
                .formatted(OFFICE.patient(claim), "R" + claim.controlNumber(), Office.TODAY))
        .is(200);

    assertThat(OFFICE.ofPatient(claim)).isEqualTo("20.00");
    assertThat(before.minus(owedByPatients("/owed"))).isEqualTo(Money.of("10.00"));
    assertThat(owedByPatients("/credits")).isEqualTo(credits);
  }

  private static Money owedByPatients(String what) {
    return Office.rows(OFFICE.get(Role.MANAGER, "/ledger/receivables?on=" + Office.TODAY)).stream()
        .filter(row -> row.at("/party").asString().equals("Patients"))
        .map(row -> Money.of(row.at(what).asString()))
        .findFirst()
        .orElse(Money.ZERO);
  }

  @Test
  void anOverpaymentGetsAClockOfSixtyDays() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    var clock =
        OFFICE
            .post(
                Role.BILLER,
                "/deadlines",
                """
                {"kind": "OVERPAYMENT", "subject": "claim %s", "startsOn": "%s", "owner": "biller"}
                """
                    .formatted(claim.controlNumber(), Office.TODAY))
            .is(200);

    assertThat(clock.at("/dueOn")).isEqualTo(Office.TODAY.plusDays(60).toString());
    assertThat(clock.at("/source")).isNotBlank();
    String id = clock.at("/id");
    OFFICE
        .post(
            Role.BILLER,
            "/deadlines/" + id + "/deeds",
            "{\"action\": \"met\", \"on\": \"%s\"}".formatted(Office.TODAY))
        .is(409);
    var met =
        OFFICE
            .post(
                Role.BILLER,
                "/deadlines/" + id + "/deeds",
                "{\"action\": \"met\", \"on\": \"%s\", \"reason\": \"Check 17 sent\"}"
                    .formatted(Office.TODAY))
            .is(200);
    assertThat(met.at("/clock/state")).isEqualTo("MET");
    assertThat(met.at("/clock/evidence")).isEqualTo("Check 17 sent");
  }

  @Test
  void aCreditThatARemittanceLeavesStartsItsClockAndTheRefundStopsIt() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OVERPAYMENT");

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 29.00").arrives();

    var clock = OFFICE.clocks(claim, "OPEN").get("OVERPAYMENT");
    assertThat(clock.at("/dueOn").asString()).isEqualTo(Office.TODAY.plusDays(60).toString());
    assertThat(clock.at("/source").asString()).isEqualTo("42 CFR 401.305(b)(1)");
    var credit =
        Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
            .filter(c -> c.at("/claim").asString().equals(claim.controlNumber()))
            .findFirst()
            .orElseThrow();
    assertThat(credit.at("/cause").asString()).isEqualTo("The payer paid more than once");
    var refund =
        OFFICE
            .post(
                Role.BILLER,
                "/billing/refunds",
                "{\"claim\": \"%s\", \"amount\": \"%s\", \"cause\": \"Paid twice\"}"
                    .formatted(claim.controlNumber(), credit.at("/amount").asString()))
            .is(200);
    String deeds = "/billing/refunds/" + refund.at("/id") + "/deeds";
    OFFICE.post(Role.MANAGER, deeds, "{\"action\": \"approve\"}").is(200);
    OFFICE
        .post(
            Role.MANAGER,
            deeds,
            "{\"action\": \"pay\", \"method\": \"check\", \"reference\": \"1041\", \"on\": \"%s\"}"
                .formatted(Office.TODAY))
        .is(200);

    assertThat(OFFICE.clocks(claim, "STOPPED").get("OVERPAYMENT").at("/state").asString())
        .isEqualTo("MET");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aCreditThatThePayerTakesBackByItselfEndsItsClock() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 29.00").arrives();
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("OVERPAYMENT");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 45 58.00, PR 3 29.00")
        .providerLevel("FB", "HH" + claim.controlNumber(), "-63.00")
        .arrives();

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OVERPAYMENT");
    assertThat(OFFICE.clocks(claim, "STOPPED").get("OVERPAYMENT").at("/state").asString())
        .isEqualTo("ENDED");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")))
        .noneMatch(c -> c.at("/claim").asString().equals(claim.controlNumber()));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aDecisionThatLeavesLessToThePatientThanTheyPaidIsACreditWithItsClock() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    OFFICE
        .post(
            Role.FRONT_DESK,
            "/billing/payments",
            """
            {"patient": "%s", "receipt": "LESS-1", "method": "check", "purpose": "STATEMENT", "amount": "30.00",
             "receivedOn": "%s"}
            """
                .formatted(OFFICE.patient(claim), Office.TODAY))
        .is(200);
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 45 58.00, PR 3 30.00")
        .line(claim, "1", "CO 45 58.00, PR 3 10.00")
        .arrives();

    var credit =
        Office.rows(OFFICE.get(Role.BILLER, "/billing/credits")).stream()
            .filter(c -> c.at("/patient").asString().equals(OFFICE.patient(claim)))
            .findFirst()
            .orElseThrow();
    assertThat(credit.at("/refundable").asString()).isEqualTo("20.00");
    assertThat(credit.at("/cause").asString())
        .isEqualTo("The payer's later decision left less to the patient");
    String account =
        OFFICE.get(Role.BILLER, "/patients/" + OFFICE.patient(claim)).at("/accountNumber");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/deadlines?kind=PATIENT_CREDIT")))
        .anyMatch(c -> c.at("/subject").asString().equals("credit of account " + account));
  }

  @Test
  void aForeignCalendarReadsEveryDeadlineAsItStandsInTheList() throws Exception {
    var office = new Office("cal", "1003000977");
    var claim = office.billed(office.member(), "99213");
    String typed = "Refund; Smith, Ünal & sons \\\\ ".repeat(4) + "second line\\r\\nthird";
    office
        .post(
            Role.BILLER,
            "/deadlines",
            """
            {"kind": "OVERPAYMENT", "subject": "%s", "startsOn": "%s", "owner": "biller"}
            """
                .formatted(typed, Office.TODAY))
        .is(200);
    var listed = Office.rows(office.get(Role.BILLER, "/deadlines?span=OPEN"));

    var read = new ForeignCalendar(office.calendar());

    assertThat(read.calendar.get("VERSION").value()).isEqualTo("2.0");
    assertThat(read.calendar).containsKey("PRODID");
    assertThat(read.events).hasSameSizeAs(listed).hasSizeGreaterThanOrEqualTo(2);
    assertThat(read.events.stream().map(e -> e.get("UID").value())).doesNotHaveDuplicates();
    for (var clock : listed) {
      var event =
          read.events.stream()
              .filter(e -> e.get("UID").value().startsWith(clock.at("/id").asString()))
              .findFirst()
              .orElseThrow();
      var due = LocalDate.parse(clock.at("/dueOn").asString());
      assertThat(event.get("DTSTAMP").value()).matches("[0-9]{8}T[0-9]{6}Z");
      assertThat(event.get("DTSTART"))
          .isEqualTo(new ForeignCalendar.Property(";VALUE=DATE", day(due)));
      assertThat(event.get("DTEND"))
          .isEqualTo(new ForeignCalendar.Property(";VALUE=DATE", day(due.plusDays(1))));
      assertThat(ForeignCalendar.text(event.get("SUMMARY")))
          .isEqualTo(
              clock.at("/title").asString()
                  + " · "
                  + clock.at("/subject").asString().replace("\r\n", "\n"));
      assertThat(ForeignCalendar.text(event.get("DESCRIPTION")))
          .contains(clock.at("/source").asString());
    }
    assertThat(office.next(claim)).isEqualTo("Send it to the payer");
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }
}

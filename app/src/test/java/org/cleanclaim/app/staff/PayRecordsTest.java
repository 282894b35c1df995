package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayRecordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
  private static final String CASEYS_PAY = "26.40";

  private final DemoServer server = Undone.SERVER;
  private final PayRecords pays = server.bean(PayRecords.class);
  private final Staff staff = server.bean(Staff.class);

  private String caseysPage() {
    return server.inPractice(() -> "/staff/" + Undone.member("Casey Coder").publicId());
  }

  private int refusals(String user) {
    return server.inPractice(() ->
        (int)
            server.bean(AuditTrail.class).latest(null, 500).stream()
                .filter(e -> e.action().equals("was refused pay") && e.actor().equals(user))
                .count());
  }

  @Test
  void anAdministratorAndTheNamedManagerSeeIt() {
    for (String user : new String[] {"adam", "mara"}) {
      assertThat(server.get(user, "/staff/pay").body()).contains("Casey Coder", CASEYS_PAY);
      assertThat(server.get(user, "/staff/pay.csv").body()).contains("Casey Coder", CASEYS_PAY);
      assertThat(server.get(user, "/api/v1/staff/pay").body()).contains(CASEYS_PAY);
      assertThat(server.get(user, "/api/v1" + caseysPage() + "/pay").body()).contains(CASEYS_PAY);
    }
    assertThat(server.get("mara", "/staff/pay").body()).doesNotContain("78500"); // her own
    assertThat(server.get("mara", "/api/v1/staff/pay").body()).doesNotContain("78500");
    assertThat(server.get("adam", "/staff/pay.csv").body()).contains("78500.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"casey", "bill", "fran", "audra"})
  void nobodyElseDoesAndEachAttemptIsOnTheTrail(String user) {
    int before = refusals(user);

    for (String path :
        new String[] {
          "/staff/pay",
          "/staff/pay.csv",
          "/api/v1/staff/pay",
          "/api/v1" + caseysPage() + "/pay",
          "/api/v1/staff/staffing?month=2026-03&rate=own"
        }) {
      var response = server.get(user, path);
      assertThat(response.statusCode()).as(path).isEqualTo(403);
      assertThat(response.body()).as(path).doesNotContain(CASEYS_PAY, "20.15", "78500");
    }

    boolean maySeeFigures = user.equals("audra"); // the others are stopped before pay is asked for
    assertThat(refusals(user) - before).isEqualTo(maySeeFigures ? 5 : 4);
  }

  @Test
  void theTrailNamesNoAmount() {
    assertThat(server.get("mara", "/staff/pay").statusCode()).isEqualTo(200);

    // without the times, whose seconds may read like any amount
    assertThat(server.inPractice(() -> server.bean(AuditTrail.class).latest(null, 500)))
        .anyMatch(e -> e.action().equals("read pay"))
        .noneMatch(e -> (e.action() + e.subjectType() + e.reason()).contains(CASEYS_PAY));
  }

  @Test
  void anotherManagerSeesNothingUntilNamed() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          var bill = Undone.member("Bill Biller");
          assertThat(Undone.then("bill", Role.MANAGER, () -> pays.maySee(casey))).isFalse();

          staff.link(casey, "casey", bill);

          var linked = Undone.member("Casey Coder");
          assertThat(Undone.then("bill", Role.MANAGER, () -> pays.maySee(linked))).isTrue();
          assertThat(Undone.then("mara", Role.MANAGER, () -> pays.maySee(linked))).isFalse();
        });
  }

  @Test
  void aManagerCannotNameHimselfNorTakeOverAName() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () ->
            assertThatThrownBy(() ->
                    staff.link(Undone.member("Bill Biller"), "mara", Undone.member("Casey Coder")))
                .isInstanceOf(AccessDeniedForActor.class));
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          assertThatThrownBy(() -> staff.link(casey, "casey", casey))
              .hasMessageContaining("own manager");
          assertThatThrownBy(() -> staff.link(casey, "mara", null))
              .hasMessageContaining("somebody else");
          assertThatThrownBy(() -> staff.link(casey, "no-one", null))
              .hasMessageContaining("no user of that name");
        });
  }

  @Test
  void theLatestPayThatHasBegunHolds() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          pays.enter(casey, new Pay(Pay.Basis.HOURLY, Money.of("28.00"), DAY.plusDays(1)));

          assertThat(pays.of(casey, DAY).orElseThrow().amount()).isEqualTo(Money.of(CASEYS_PAY));
          assertThat(pays.of(casey, DAY.plusDays(1)).orElseThrow().amount())
              .isEqualTo(Money.of("28.00"));
          assertThat(pays.of(casey, LocalDate.of(2020, 1, 1))).isEmpty();
          assertThatThrownBy(() -> pays.enter(casey, new Pay(Pay.Basis.HOURLY, Money.ZERO, DAY)))
              .isInstanceOf(StaffRefusal.class);
        });
  }

  @Test
  void hoursAndYearsAreConvertedByThePaidTime() {
    var hourly = new Pay(Pay.Basis.HOURLY, Money.of("25.00"), DAY);
    var yearly = new Pay(Pay.Basis.ANNUAL, Money.of("26000.00"), DAY);

    assertThat(hourly.fullTimeYear(new BigDecimal("24"))).isEqualTo(Money.of("52000.00"));
    assertThat(yearly.fullTimeYear(new BigDecimal("20"))).isEqualTo(Money.of("52000.00"));
    assertThat(yearly.hourly(new BigDecimal("20"))).isEqualTo(Money.of("25.00"));
    assertThat(hourly.toString()).doesNotContain("25.00");
  }

  private List<AuditTrail.AuditEvent> trailAfter(long sequence) {
    return server.inPractice(() ->
        server.bean(AuditTrail.class).latest(null, 500).stream()
            .filter(e -> e.sequence() > sequence)
            .toList());
  }

  private long endOfTrail() {
    return server.inPractice(
        () -> server.bean(AuditTrail.class).latest(null, 1).getFirst().sequence());
  }

  @Test
  void aCorrectionIsAFurtherEntryAndTheHistorySaysWhoAndWhen() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          var before = pays.history(casey, DAY);
          pays.enter(casey, new Pay(Pay.Basis.HOURLY, Money.of("27.00"), DAY));
          Undone.then(
              "mara",
              Role.MANAGER,
              () -> {
                pays.enter(casey, new Pay(Pay.Basis.HOURLY, Money.of("27.50"), DAY));
                pays.enter(casey, new Pay(Pay.Basis.HOURLY, Money.of("27.50"), DAY)); // once more
                return true;
              });

          var history = pays.history(casey, DAY);
          assertThat(history).hasSize(before.size() + 2);
          assertThat(history.subList(0, 3))
              .extracting(e -> e.pay().amount(), PayEntry::enteredBy, PayEntry::standing)
              .containsExactly(
                  tuple(Money.of("27.50"), "mara", PayEntry.Standing.HOLDS),
                  tuple(Money.of("27.00"), "adam", PayEntry.Standing.CORRECTED),
                  tuple(
                      Money.of(CASEYS_PAY), before.getFirst().enteredBy(), PayEntry.Standing.PAST));
          assertThat(history.getFirst().enteredAt()).isNotNull();
          assertThat(pays.of(casey, DAY).orElseThrow().amount()).isEqualTo(Money.of("27.50"));
          assertThat(pays.history(casey, DAY.minusDays(1)))
              .extracting(PayEntry::standing)
              .startsWith(
                  PayEntry.Standing.TO_COME, PayEntry.Standing.CORRECTED, PayEntry.Standing.HOLDS);
          assertThatThrownBy(() ->
                  pays.enter(
                      casey, new Pay(Pay.Basis.HOURLY, Money.of("27.00"), LocalDate.of(202, 1, 1))))
              .hasMessageContaining("Check the year");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"update staff_pay set amount = 1", "delete from staff_pay"})
  void theDatabaseLetsNoEntryBeChanged(String sql) throws SQLException {
    try (var connection = server.applicationConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/staff/pay", "/staff/pay.csv", "/api/v1/staff/pay"})
  void theTrailNamesEachMemberWhosePayWasRead(String path) {
    long before = endOfTrail();

    assertThat(server.get("mara", path).statusCode()).isEqualTo(200);

    var expected =
        server.inPractice(() ->
            List.of("Bill Biller", "Casey Coder", "Ines Inpatient").stream()
                .map(name -> Long.toString(Undone.member(name).id()))
                .toList());
    assertThat(trailAfter(before))
        .filteredOn(e -> e.action().equals(path.endsWith("csv") ? "exported pay" : "read pay"))
        .allSatisfy(e -> assertThat(e.actor()).isEqualTo("mara"))
        .allSatisfy(e -> assertThat(e.subjectType()).isEqualTo("staff member"))
        .extracting(AuditTrail.AuditEvent::subjectId)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theStaffingModelNamesThoseWhosePayItTook() {
    long before = endOfTrail();

    assertThat(server.get("mara", "/api/v1/staff/staffing?month=2026-03&rate=own").statusCode())
        .isEqualTo(200);

    assertThat(trailAfter(before)).filteredOn(e -> e.action().equals("read pay")).hasSize(2);
  }

  @Test
  void whoLeftSeesNoPayAnyMore() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var casey = Undone.member("Casey Coder");
          assertThat(Undone.then("mara", Role.MANAGER, () -> pays.maySee(casey))).isTrue();

          leaveYesterday(Undone.member("Mara Manager"));

          assertThat(Undone.then("mara", Role.MANAGER, () -> pays.maySee(casey))).isFalse();
          assertThat(Undone.then("mara", Role.ADMIN, () -> pays.maySee(casey))).isFalse();
          assertThat(pays.maySee(casey)).isTrue(); // adam is not on the list and still here
        });
  }

  private void leaveYesterday(StaffMember member) {
    staff.change(
        member,
        new StaffEntry(
            member.name(),
            member.position(),
            member.state(),
            member.hoursPerWeek(),
            member.employedFrom(),
            staff.today()));
  }

  @Test
  void anotherManagerIsRefusedEveryWayToPay() {
    server.inPractice(() -> {
      server
          .bean(UserAccounts.class)
          .register("mona", "Mona Manager", DemoMonth.PASSWORD, Set.of(Role.MANAGER));
      return true;
    });
    for (String user : List.of("mona", "casey", "bill")) {
      try (var visitor = new Visitor(user)) {
        for (String path :
            List.of("/staff/pay", "/staff/pay.csv", caseysPage() + "/pay", "/api/v1/staff/pay")) {
          assertThat(visitor.get(path).statusCode()).as(user + path).isEqualTo(403);
          assertThat(visitor.get(path).body()).as(user + path).doesNotContain(CASEYS_PAY);
        }
        long before = endOfTrail();
        var posted =
            visitor.post("/", caseysPage() + "/pay", "basis=HOURLY&amount=99.00&since=2026-01-01");
        assertThat(posted.statusCode()).as(user).isEqualTo(403);
        assertThat(trailAfter(before))
            .anyMatch(e -> e.action().equals("was refused pay") && e.actor().equals(user));
      }
    }
    try (var mona = new Visitor("mona")) {
      assertThat(mona.get(caseysPage()).body()).contains("Credentials").doesNotContain(">Pay</h2>");
      assertThat(mona.get("/staff/staffing?month=2026-03&rate=own").statusCode()).isEqualTo(403);
    }
    try (var mara = new Visitor("mara")) {
      assertThat(mara.get(caseysPage() + "/pay").body()).contains(CASEYS_PAY, "holds today");
    }
    assertThat(server.get("adam", "/api/v1" + caseysPage() + "/pay/history").body())
        .contains(CASEYS_PAY, "HOLDS");
  }
}

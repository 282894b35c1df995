package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
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

    var trail = server.inPractice(() -> server.bean(AuditTrail.class).latest(null, 500)).toString();

    assertThat(trail).contains("read pay").doesNotContain(CASEYS_PAY);
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
}

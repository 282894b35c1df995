package org.cleanclaim.app.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAuthorizationTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static TypedAuthorization typed(
      String status, String number, String services, String units, String from, String through) {
    return new TypedAuthorization(
        "PRIOR_AUTHORIZATION", status, number, "PHONE", services, units, from, through, "", "");
  }

  @Test
  void fieldsAreReadAndWrittenBack() {
    var typed =
        typed("APPROVED", " A-1 ", "97110, 97140-97150", "12.5", "2026-01-01", "2026-03-31");

    var read = typed.read();

    assertThat(read).isInstanceOf(TypedAuthorization.Read.Whole.class);
    var entry = ((TypedAuthorization.Read.Whole) read).entry();
    assertThat(entry.number()).isEqualTo("A-1");
    assertThat(entry.services())
        .containsExactly(new ServiceRange("97110", "97110"), new ServiceRange("97140", "97150"));
    assertThat(entry.covers(new ProcedureCode("97142"))).isTrue();
    assertThat(entry.covers(new ProcedureCode("97151"))).isFalse();
    assertThat(entry.covers(FIRST.minusDays(1))).isFalse();
    assertThat(entry.covers(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(TypedAuthorization.of(entry).read()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "APPROVED; ''; ''; ''; 2026-01-01; ''; number",
        "APPROVED; A_1; ''; ''; 2026-01-01; ''; number",
        "APPROVED; A1; 9711; ''; 2026-01-01; ''; services",
        "APPROVED; A1; 97150-97110; ''; 2026-01-01; ''; services",
        "APPROVED; A1; ''; 0; 2026-01-01; ''; units",
        "APPROVED; A1; ''; -1; 2026-01-01; ''; units",
        "APPROVED; A1; ''; many; 2026-01-01; ''; units",
        "APPROVED; A1; ''; ''; ''; ''; from",
        "APPROVED; A1; ''; ''; 2026-02-30; ''; from",
        "APPROVED; A1; ''; ''; 2026-02-01; 2026-01-31; through",
        "SURE; A1; ''; ''; 2026-01-01; ''; status"
      })
  void aFieldThatCannotBeIsNamed(
      String status,
      String number,
      String services,
      String units,
      String from,
      String through,
      String field) {
    var read = typed(status, number, services, units, from, through).read();
    assertThat(read).isInstanceOf(TypedAuthorization.Read.Faulty.class);
    assertThat(((TypedAuthorization.Read.Faulty) read).faults()).containsOnlyKeys(field);
  }

  @Test
  void whatWasOnlyAskedForNeedsNoNumber() {
    assertThat(typed("REQUESTED", "", "", "", "2026-01-01", "").read())
        .isInstanceOf(TypedAuthorization.Read.Whole.class);
  }

  private static Authorization used(String units, String used, LocalDate through) {
    var entry =
        new AuthorizationEntry(
            AuthorizationKind.PRIOR_AUTHORIZATION,
            AuthorizationStatus.APPROVED,
            "A1",
            AuthorizationSource.PHONE,
            List.of(),
            units.isEmpty() ? null : new BigDecimal(units),
            FIRST,
            through,
            null,
            null);
    return new Authorization(
        1,
        new UUID(0, 1),
        new PatientId(1),
        "Kim, Pat",
        new UUID(0, 2),
        1,
        "A payer",
        entry,
        new BigDecimal(used),
        0);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, NONE",
    "10, 7, NONE",
    "10, 8, UNITS_LOW",
    "3, 2, UNITS_LOW",
    "1, 0, NONE",
    "10, 10, USED_UP",
    "10, 10.5, OVERDRAWN",
    "'', 99, NONE"
  })
  void warnsBeforeTheUnitsAreGone(String approved, String used, RunOut expected) {
    assertThat(used(approved, used, null).runOut(FIRST)).isEqualTo(expected);
  }

  @Test
  void warnsBeforeTheLastDayAndExpiresAfterIt() {
    var last = LocalDate.of(2026, 3, 31);
    var one = used("10", "1", last);
    assertThat(one.runOut(last.minusDays(15))).isEqualTo(RunOut.NONE);
    assertThat(one.runOut(last.minusDays(14))).isEqualTo(RunOut.ENDS_SOON);
    assertThat(one.status(last)).isEqualTo(AuthorizationStatus.APPROVED);
    assertThat(one.status(last.plusDays(1))).isEqualTo(AuthorizationStatus.EXPIRED);
    assertThat(one.runOut(last.plusDays(1))).isEqualTo(RunOut.NONE);
  }
}

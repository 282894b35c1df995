package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.practice.Visits;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The certificate of the practice's laboratory: entered once, and on each claim with tests.
class LaboratoryStoriesTest {
  private static final Office OFFICE = new Office("clia", "1003008004");
  private static final String CERTIFICATES = "/laboratory/certificates";
  private static final LocalDate SERVED = Office.SERVED;

  @BeforeAll
  static void prices() {
    OFFICE.inside(() -> {
      OFFICE
          .server
          .bean(FeeSchedules.class)
          .replaceCharges(
              Visits.fees(Map.of("99213", "150.00", "80053", "40.00", "83036", "25.00")));
      return true;
    });
  }

  @BeforeEach
  void noCertificate() {
    for (var one : OFFICE.get(Role.BILLER, CERTIFICATES).is(200).json()) {
      OFFICE.caller(Role.BILLER).delete(CERTIFICATES + "/" + one.get("from").asString()).is(200);
    }
  }

  private static ApiAnswer enter(String number, LocalDate from, @Nullable LocalDate last) {
    return OFFICE.post(
        Role.BILLER,
        CERTIFICATES,
        "{\"number\": \"%s\", \"from\": \"%s\"%s}"
            .formatted(number, from, last == null ? "" : ", \"lastDay\": \"" + last + "\""));
  }

  private static BilledClaim billed(String... procedures) {
    return OFFICE.inside(() -> OFFICE.billed(OFFICE.member(), procedures));
  }

  private static Claim now(BilledClaim claim) {
    return new OfficeRecords(OFFICE).claim(claim.publicId().toString()).snapshot();
  }

  @Test
  void aClaimWithTestsGoesOutWithTheCertificate() {
    enter("36d-123 4567", SERVED.minusYears(1), SERVED.plusYears(1)).is(200);

    var claim = billed("99213", "80053");

    assertThat(now(claim).cliaNumber()).isEqualTo("36D1234567");
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("CLIA number", "36D1234567");
    var form = OFFICE.get(Role.BILLER, "/claims/" + claim.publicId() + "/form").is(200);
    assertThat(form.text()).contains("36D1234567");
    assertThat(new String(OFFICE.submitted(), StandardCharsets.US_ASCII))
        .contains("REF*X4*36D1234567~");
  }

  @Test
  void aClaimWithoutTestsGoesWithoutIt() {
    enter("36D1234567", SERVED.minusYears(1), null).is(200);

    assertThat(now(billed("99213")).cliaNumber()).isNull();
  }

  @Test
  void aCertificateStandsForItsDaysAlone() {
    enter("36D1234567", SERVED.minusYears(2), SERVED.minusDays(1)).is(200);
    assertThat(now(billed("80053")).cliaNumber()).isNull();

    enter("36D7654321", SERVED, SERVED).is(200);
    assertThat(now(billed("83036")).cliaNumber()).isEqualTo("36D7654321");
    assertThat(OFFICE.get(Role.BILLER, CERTIFICATES).text()).contains("36D1234567");
  }

  @Test
  void claimsThatWaitFollow() {
    var claim = billed("80053");
    assertThat(now(claim).cliaNumber()).isNull();

    enter("36D1234567", SERVED.minusYears(1), null).is(200);
    assertThat(now(claim).cliaNumber()).isEqualTo("36D1234567");

    enter("36D7654321", SERVED.minusDays(3), SERVED.plusDays(3)).is(200);
    assertThat(now(claim).cliaNumber()).isEqualTo("36D7654321");
    assertThat(OFFICE.get(Role.BILLER, CERTIFICATES).json()).hasSize(3);

    OFFICE.caller(Role.BILLER).delete(CERTIFICATES + "/" + SERVED.minusDays(3)).is(200);
    assertThat(now(claim).cliaNumber()).isNull();
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() {
    assertThat(enter("36D12345", SERVED, null).is(400).text())
        .contains("A CLIA number has two digits, D and seven digits");
    assertThat(enter("36D1234567", SERVED, SERVED.minusDays(1)).is(400).text())
        .contains("The certificate ends before it begins.");
    OFFICE
        .post(
            Role.FRONT_DESK, CERTIFICATES, "{\"number\": \"36D1234567\", \"from\": \"2026-01-01\"}")
        .is(403);
    OFFICE.caller(Role.BILLER).delete(CERTIFICATES + "/2001-01-01").is(404);
    assertThat(OFFICE.page("/laboratory")).contains("None entered");
  }
}

package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimVisits;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 6);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 9);

  private static Contradictions between(String last, String first, String member, LocalDate day) {
    var claim =
        new PayableClaim(
            new ClaimId(1),
            "CC1",
            null,
            1,
            new ClaimVisits(new EncounterId(1), List.of()),
            1,
            null,
            false,
            false,
            Money.of("165.00"),
            FIRST_DAY,
            "XYZ400220651",
            "Haddad-Núñez",
            "Margaret",
            List.of(
                new PayableClaim.Line(
                    1, null, null, List.of(), null, Money.of("165.00"), BigDecimal.ONE, LAST_DAY)),
            Set.of());
    var payment =
        new ClaimPayment(
            "CC1",
            "1",
            Money.of("165.00"),
            Money.ZERO,
            Money.ZERO,
            null,
            null,
            null,
            null,
            last == null ? null : new PersonName(last, first),
            member,
            null,
            null,
            day,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Particulars.NONE);
    return Contradictions.of(payment, claim);
  }

  @ParameterizedTest
  @CsvSource({
    "HADDAD NUNEZ, MARGARET, XYZ400220651",
    "HADAD-NUNEZ, MARGARETE, 400220651",
    "HADDAD, M, XYZ400220651 01",
    "NUNEZ, MARG, ",
    "Margaret, Haddad, XYZ-400220651",
    "Haddad, , ",
    " , , XYZ400220651",
  })
  void whatIsSpelledOtherwiseOrLeftOutContradictsNothing(String last, String first, String member) {
    assertThat(between(last, first, member, FIRST_DAY).isNone()).isTrue();
    assertThat(between(last, first, member, LAST_DAY).isNone()).isTrue();
    assertThat(between(last, first, member, null).isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Nobody, Xavier, ZZZ999, 2025-01-01, true",
    "Nobody, Xavier, XYZ400220651, 2026-11-10, true",
    "Nobody, Xavier, ZZZ999, 2026-11-06, true",
    "Haddad, Omar, XYZ400220651, 2026-11-05, true",
    "Nobody, Xavier, XYZ400220651, 2026-11-06, false",
    "Haddad, Margaret, 0651, 2026-11-06, false",
    "Haddad, Margaret, ZZZ999, 2025-01-01, false",
  })
  void anotherNameWithAnotherPolicyOrDayIsAnotherPatient(
      String last, String first, String member, LocalDate day, boolean isAnother) {
    var contradictions = between(last, first, member, day);

    assertThat(contradictions.isNone()).isFalse();
    assertThat(contradictions.areOfAnotherPatient()).isEqualTo(isAnother);
  }
}

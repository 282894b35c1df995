package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.staff.Credential.Cycle;
import org.cleanclaim.app.staff.Credential.State;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  private static Credential ending(LocalDate end, String proof) {
    return new Credential(
        1, new UUID(0, 1), 1, "CCS", null, LocalDate.of(2024, 1, 1), end, null, proof, null);
  }

  @Test
  void theLastDayStillCountsAndTheNextDoesNot() {
    var credential = ending(END, "seen");

    assertThat(credential.state(END)).isEqualTo(State.EXPIRING);
    assertThat(credential.state(END.plusDays(1))).isEqualTo(State.EXPIRED);
    assertThat(credential.qualifies(END)).isTrue();
    assertThat(credential.qualifies(END.plusDays(1))).isFalse();
  }

  @Test
  void sixtyDaysBeforeItCountsAsExpiring() {
    var credential = ending(END, "seen");

    assertThat(credential.state(END.minusDays(60))).isEqualTo(State.EXPIRING);
    assertThat(credential.state(END.minusDays(61))).isEqualTo(State.VALID);
  }

  @Test
  void withoutProofItOpensNothing() {
    assertThat(ending(END, null).state(END.minusYears(1))).isEqualTo(State.UNPROVEN);
    assertThat(ending(null, null).qualifies(END)).isFalse();
    assertThat(ending(END, null).state(END.plusDays(1))).isEqualTo(State.EXPIRED);
    assertThat(ending(null, "seen").state(END)).isEqualTo(State.VALID);
    assertThat(ending(END, "seen").qualifies(LocalDate.of(2023, 12, 31))).isFalse();
  }

  @Test
  void unitsBeyondTheNeedAreNotMissing() {
    var day = LocalDate.of(2026, 1, 1);
    var cycle = new Cycle(day, END, new BigDecimal("20"), new BigDecimal("22.5"));

    assertThat(cycle.missing()).isZero();
  }

  @Test
  void halfACycleAndOddLettersAreRefusedWithASentence() {
    var day = LocalDate.of(2026, 1, 1);
    assertThatThrownBy(() ->
            new CredentialEntry("C1", null, day, null, null, null, null, BigDecimal.ZERO, null))
        .hasMessageContaining("capital letters");
    assertThatThrownBy(() ->
            new CredentialEntry("CPC", null, day, null, day, null, null, BigDecimal.ZERO, null))
        .hasMessageContaining("all three or none");
    assertThatThrownBy(() ->
            new CredentialEntry("CPC", null, day, day, null, null, null, BigDecimal.ZERO, null))
        .hasMessageContaining("expires after");
  }
}

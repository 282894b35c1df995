package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "2223 0031 2200 3222",
        "Visa 4111 1111 1111 1111 12/27",
        "017 4111 1111 1111 1111 1227"
      })
  void aCardIsFoundHoweverItsDigitsAreGrouped(String text) {
    assertThat(CardNumber.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "20261129101500",
        "R-2026-000118",
        "411111111111",
        "091000019876543",
        "check 118, account ending 1111",
        "41111111111111111111111111"
      })
  void otherNumbersAreNone(String text) {
    assertThat(CardNumber.isIn(text)).isFalse();
  }

  @Test
  void theRefusalDoesNotRepeatIt() {
    assertThatThrownBy(() -> CardNumber.refuse(null, "4111 1111 1111 1111"))
        .isInstanceOf(BillingRefusal.class)
        .hasMessageNotContaining("4111");
  }
}

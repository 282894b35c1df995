package org.cleanclaim.app.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {
  @ParameterizedTest
  @CsvSource({
    "short words, at least 15",
    "aaaaaaaaaaaaaaaaaaaa, easily guessed",
    "abcabcabcabcabcabc, easily guessed",
    "password1234567890, easily guessed",
    "the 123456 of a bird, easily guessed",
    "fedcba of a bird tree, easily guessed",
    "tall opal trees sing, user's name",
    "a ferreira evening walk, user's name"
  })
  void guessablePasswordsAreRefused(String password, String why) {
    assertThat(PasswordRule.refusal(password, "opal", "Ana Ferreira").orElseThrow()).contains(why);
  }

  @Test
  void wordsThatDoNotBelongTogetherAreTaken() {
    assertThat(PasswordRule.refusal("nine grey tulips under snow", "opal", "Ana Ferreira"))
        .isEmpty();
    assertThat(PasswordRule.refusal("ключ от старого сада", "opal", "Ana Ferreira")).isEmpty();
  }

  @Test
  void whatTheHashWouldCutOffIsRefused() {
    String words = "nine grey tulips ".repeat(5);

    assertThat(PasswordRule.refusal(words, "opal", "Ana Ferreira").orElseThrow()).contains("72");
  }
}

package org.cleanclaim.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NpiTest {
  @Test
  void acceptsTheCheckDigitOfTheSpecification() {
    assertThat(Npi.parse("1234567893")).isPresent(); // the worked example of the CMS specification
    assertThat(Npi.parse(" 1234567893 ")).isPresent();
  }

  @Test
  void refusesAnyOtherCheckDigit() {
    for (int digit : List.of(0, 1, 2, 4, 5, 6, 7, 8, 9)) {
      assertThat(Npi.parse("123456789" + digit)).isEmpty();
    }
    assertThat(Npi.parse("3234567893")).isEmpty();
    assertThat(Npi.parse("12345")).isEmpty();
  }
}

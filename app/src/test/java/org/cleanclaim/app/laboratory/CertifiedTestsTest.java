package org.cleanclaim.app.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertifiedTestsTest {
  private static boolean include(String code, String... modifiers) {
    var all = List.of(modifiers).stream().map(Modifier::new).toList();
    return CertifiedTests.include(new ProcedureCode(code), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80047", "80053", "80307", "83036", "87880", "88305", "0240U", "G0480"})
  void testsOfSpecimensNeedTheCertificate(String code) {
    assertThat(include(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"80503", "80504", "80505", "80506", "86580", "99213", "36415"})
  void consultationsSkinTestsAndDrawingBloodDoNot(String code) {
    assertThat(include(code)).isFalse();
  }

  @Test
  void readingAloneAndTestsSentOutDoNot() {
    assertThat(include("88305", "26")).isFalse();
    assertThat(include("80053", "90")).isFalse();
  }
}

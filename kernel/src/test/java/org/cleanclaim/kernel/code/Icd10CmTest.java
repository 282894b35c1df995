package org.cleanclaim.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Icd10CmTest {
  @Test
  void readsCodesAsPeopleWriteThem() {
    assertThat(List.of("E11.9", "e119", " E119 ", "QA0.0101", "Z3A.01", "C4A", "M1A.00X0"))
        .allMatch(text -> Icd10Cm.parse(text).isPresent());
    assertThat(Icd10Cm.parse("QA0.0101").orElseThrow().dotted()).isEqualTo("QA0.0101");
  }

  @Test
  void otherTextIsNoCode() {
    assertThat(List.of("", "E1", "119", "HTN", "E11.90000", "0DB60ZZ", "EE1", "E11-9"))
        .allMatch(text -> Icd10Cm.parse(text).isEmpty());
  }
}

package org.cleanclaim.grouping.hcc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedicaidTest {
  @Test
  void dualCodesTellFullFromPartialBenefits() {
    for (String full : new String[] {"02", "04", "08"}) {
      assertThat(Medicaid.ofDualCode(full)).contains(Medicaid.FULL);
    }
    for (String partial : new String[] {"01", "03", "05", "06"}) {
      assertThat(Medicaid.ofDualCode(partial)).contains(Medicaid.PARTIAL);
    }
    for (String none : new String[] {"00", "NA", "", "09", "10"}) {
      assertThat(Medicaid.ofDualCode(none)).contains(Medicaid.NONE);
    }
    assertThat(Medicaid.ofDualCode("77")).isEmpty();
    assertThat(Medicaid.ofDualCode("yes")).isEmpty();
  }
}

package org.cleanclaim.workforce.career;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CareerTest {
  private final Career career = Career.builtIn();

  @Test
  void everyCredentialSaysWhoGrantsItWhatItCoversAndWhereThatStands() {
    assertThat(career.credentials())
        .extracting(Credential::code)
        .containsExactly("CPC", "COC", "CIC", "CRC", "CPB", "CPC-P", "CCA", "CCS", "CCS-P");
    assertThat(career.credentials())
        .allSatisfy(c -> {
          assertThat(c.grantor()).isIn("AAPC", "AHIMA");
          assertThat(c.covers()).isNotBlank();
          assertThat(c.source()).contains("https://");
        });
  }

  @Test
  void credentialsCoverSystemsThatAreExplained() {
    Set<String> systems =
        career.systems().stream().map(ClassificationSystem::name).collect(Collectors.toSet());

    assertThat(career.credentials()).allMatch(c -> systems.containsAll(c.systems()));
  }

  @Test
  void inpatientCareIsReportedInIcd10CmAndPcsOutpatientCareInTheOthers() {
    assertThat(career.systems())
        .filteredOn(ClassificationSystem::isInpatient)
        .extracting(ClassificationSystem::name)
        .containsExactly("ICD-10-CM", "ICD-10-PCS");
    assertThat(career.systems())
        .filteredOn(ClassificationSystem::isOutpatient)
        .extracting(ClassificationSystem::name)
        .containsExactly("ICD-10-CM", "CPT", "HCPCS Level II");
  }

  @Test
  void unitsGrowWithTheNumberOfCredentialsOfOneGrantor() {
    assertThat(career.renewal("AAPC", 1))
        .hasValueSatisfying(r -> assertThat(r.units()).isEqualTo(36));
    assertThat(career.renewal("AAPC", 7))
        .hasValueSatisfying(r -> assertThat(r.units()).isEqualTo(52));
    assertThat(career.renewal("AHIMA", 2))
        .hasValueSatisfying(r -> assertThat(r.units()).isEqualTo(30));
    assertThat(career.renewal("AHIMA", 0)).isEmpty();
  }

  @Test
  void bothRolesHaveADay() {
    assertThat(career.day(Role.CODER)).hasSizeGreaterThan(4);
    assertThat(career.day(Role.BILLER)).hasSizeGreaterThan(4);
  }
}

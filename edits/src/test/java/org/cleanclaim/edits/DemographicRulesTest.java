package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemographicRulesTest {
  private final DemographicRules rules = new DemographicRules(WholeCodeSets.of());

  private List<String> find(ClaimBuilder claim) {
    return Found.by(rules, claim.line("99213", "1"));
  }

  @Test
  void aCompleteClaimHasNoFindings() {
    assertThat(find(aClaim())).isEmpty();
  }

  @Test
  void aPatientMayBeBornOnTheDayOfService() {
    assertThat(find(aClaim().born(SERVED))).isEmpty();
    assertThat(find(aClaim().born(SERVED.plusDays(1)))).containsExactly("DEMO-BIRTH-DATE");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Marlow, OH, 432150001",
    "1 Test Street, ' ', OH, 432150001",
    "1 Test Street, Marlow, , 432150001",
    "1 Test Street, Marlow, OH, 4321500",
    "1 Test Street, Marlow, OH, 43215OOO1",
    "1 Test Street, Marlow, OH,"
  })
  void anAddressLacksOnePart(String street, String city, String state, String zip) {
    assertThat(find(aClaim().living(street, city, state).zip(zip))).contains("DEMO-ADDRESS");
  }

  @Test
  void aPatientsZipHasFiveDigitsOrNineThePracticesNine() {
    assertThat(find(aClaim().zip("43215"))).containsExactly("DEMO-BILLING-PROVIDER");
    var claim = aClaim().zip("43215").line("99213", "1").build();
    assertThat(rules.check(claim, Found.CONTEXT).getFirst().message())
        .isEqualTo("The billing provider lacks: nine-digit ZIP.");
  }

  @Test
  void thePracticeLacksItsNumbers() {
    var claim = aClaim().withoutBillingNumbers().line("99213", "1").build();
    assertThat(rules.check(claim, Found.CONTEXT).getFirst().message())
        .isEqualTo("The billing provider lacks: NPI, tax id.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000000", "111111111", "012345678", "987654321", "001234567"})
  void placeholdersAreNoTaxIds(String number) {
    assertThat(find(aClaim().taxId(number))).containsExactly("DEMO-TAX-ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789", "010234567", "111111112", "211111111"})
  void otherNumbersMayBeTaxIds(String number) {
    assertThat(find(aClaim().taxId(number))).isEmpty();
  }

  @Test
  void aTaxonomyIsJudgedByAWholeCodeSetOnly() {
    assertThat(find(aClaim().taxonomy("999X00000X"))).containsExactly("DEMO-TAXONOMY");
    var starter = new DemographicRules(org.cleanclaim.codesets.CodeSets.starter());
    assertThat(Found.by(starter, aClaim().taxonomy("999X00000X").line("99213", "1"))).isEmpty();
  }

  @Test
  void aMemberIdHasTheFormOfThePayer() {
    var claim = aClaim().member("M12").line("99213", "1");
    assertThat(Found.by(rules, claim, Found.CONTEXT.withMemberIdPattern("M\\d\\d"))).isEmpty();
    assertThat(Found.by(rules, claim, Found.CONTEXT.withMemberIdPattern("M\\d")))
        .containsExactly("DEMO-MEMBER-ID");
    assertThat(Found.by(rules, claim, Found.CONTEXT.withMemberIdPattern("M(")))
        .as("a slip in the payer's record stops no claim")
        .isEmpty();
    assertThat(Found.by(rules, claim, Found.CONTEXT.withMemberIdPattern("M\\d")))
        .as("asked a second time")
        .containsExactly("DEMO-MEMBER-ID");
  }
}

package org.cleanclaim.coding.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class SiteProceduresTest {
  private static final SiteProcedures OWN =
      SiteProcedures.read(
          "own.csv",
          "words,code\n# ours\nknee injection,20610\n\"skin tag, removal\",11200\nno code\n");

  private static List<String> codes(String text) {
    var note =
        new Documentation(
            "d", text, EncounterSetting.OUTPATIENT, LocalDate.of(2026, 3, 12), 50, Sex.FEMALE);
    return OWN.propose(note).suggestions().stream().map(ServiceSuggestion::code).toList();
  }

  @Test
  void theSitesWordsLeadToItsCodesWhenTheServiceWasDone() {
    assertThat(codes("Right knee injection performed with 1 mL.")).containsExactly("20610");
    assertThat(codes("Removal of skin tags completed.")).containsExactly("11200");
    assertThat(codes("Knee injection is planned.")).isEmpty();
    assertThat(codes("Kneeling injection performed.")).isEmpty();
  }

  @Test
  void linesThatCannotBeReadAreSaid() {
    assertThat(OWN.entries()).hasSize(2);
    assertThat(OWN.findings()).hasSize(1);
    assertThat(OWN.findings().getFirst().place().inWords()).isEqualTo("own.csv, line 5");
  }
}

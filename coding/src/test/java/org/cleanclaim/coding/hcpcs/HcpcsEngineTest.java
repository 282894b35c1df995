package org.cleanclaim.coding.hcpcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class HcpcsEngineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

  private static final HcpcsEngine ENGINE =
      HcpcsEngine.of(
          CodeSets.of(
                  List.of(
                      InstalledPublication.of(
                          new Publication(
                              PublicationKind.HCPCS_CODES, "test", FROM, "test", true, codes()))))
              .edition(CodeSystem.HCPCS, DAY)
              .orElseThrow());

  private static CodeList codes() {
    return new CodeList(
        Stream.of(
                "J0696|Injection, ceftriaxone sodium, per 250 mg",
                "J1885|Injection, ketorolac tromethamine, per 15 mg",
                "J0702|Injection, betamethasone acetate 3 mg and betamethasone sodium phosphate 3"
                    + " mg",
                "J3300|Injection, triamcinolone acetonide, preservative free, 1 mg",
                "J3301|Injection, triamcinolone acetonide, not otherwise specified, 10 mg",
                "J3303|Injection, triamcinolone hexacetonide, per 5 mg",
                "J0171|Injection, adrenalin, epinephrine, 0.1 mg",
                "J3420|Injection, vitamin b-12 cyanocobalamin, up to 1000 mcg",
                "J7030|Infusion, normal saline solution , 1000 cc",
                "J7050|Infusion, normal saline solution, 250 cc",
                "J2270|Injection, morphine sulfate, up to 10 mg",
                "J2272|Injection, morphine sulfate (fresenius kabi), not therapeutically equivalent"
                    + " to j2270, up to 10 mg",
                "J9271|Injection, pembrolizumab, 1 mg",
                "J7613|Albuterol, inhalation solution, fda-approved final product, non-compounded,"
                    + " administered through dme, unit dose, 1 mg",
                "J9999|Injection, endomycin, 1 mg",
                "G0008|Administration of influenza virus vaccine",
                "G0439|Annual wellness visit, subsequent visit",
                "G0121|Colorectal cancer screening; colonoscopy, not high risk",
                "Q0091|Screening papanicolaou smear; obtaining, preparing and conveyance to"
                    + " laboratory",
                "G0105|Colorectal cancer screening; colonoscopy, high risk",
                "E0114|Crutches underarm, other than wood, pair")
            .map(line -> line.split("\\|"))
            .map(c ->
                new CodeList.Row(
                    c[0],
                    c[1],
                    "",
                    true,
                    null,
                    c[0].equals("J9999")
                        ? new EffectivePeriod(LocalDate.of(2019, 1, 1), FROM)
                        : null,
                    Map.of()))
            .toList());
  }

  private static ServiceProposal propose(String text) {
    return ENGINE.propose(
        new Documentation("d", text, EncounterSetting.OUTPATIENT, DAY, 50, Sex.FEMALE));
  }

  private static List<String> services(String text) {
    return propose(text).suggestions().stream().map(s -> s.code() + " x " + s.units()).toList();
  }

  private static List<String> reasons(String text) {
    return propose(text).notCoded().stream().map(Mention::why).toList();
  }

  @Test
  void theDoseGivenMakesTheUnits() {
    String note = "ED course: Ceftriaxone 1 g IM was given without complication.";

    ServiceSuggestion only = propose(note).suggestions().getFirst();

    assertThat(services(note)).containsExactly("J0696 x 4");
    assertThat(only.evidence().getFirst().quote()).isEqualTo("Ceftriaxone 1 g");
    assertThat(note.indexOf("Ceftriaxone 1 g")).isEqualTo(only.evidence().getFirst().start());
    assertThat(only.path())
        .anyMatch(step -> step.contains("per 250 mg") || step.contains("250 mg a unit: 4 units"));
    assertThat(services("Toradol 60 mg IM given in clinic today.")).containsExactly("J1885 x 4");
    assertThat(services("Administered 20 mg of ketorolac IM.")).containsExactly("J1885 x 2");
    assertThat(services("Injected 6 mg of Celestone into the knee.")).containsExactly("J0702 x 1");
    assertThat(services("Epinephrine 0.3 mg IM given.")).containsExactly("J0171 x 3");
    assertThat(services("B12 1,000 mcg IM given today.")).containsExactly("J3420 x 1");
    assertThat(services("Given 1 L NS bolus IV in the ED.")).containsExactly("J7030 x 1");
    assertThat(services("500 mL normal saline IV infused.")).containsExactly("J7050 x 2");
    assertThat(services("Albuterol 2.5 mg nebulized, tolerated well."))
        .containsExactly("J7613 x 3");
  }

  @Test
  void severalDrugsOfOneSentenceKeepTheirDoses() {
    assertThat(services("Given ceftriaxone 500 mg IM and ketorolac 30 mg IM."))
        .containsExactly("J0696 x 2", "J1885 x 2");
  }

  @Test
  void whatWasNotGivenIsNotBilled() {
    for (String note :
        List.of(
            "Will give ceftriaxone 1 g IM tomorrow.",
            "Plan: ceftriaxone 1 g IM daily for 3 days.",
            "Ordered ceftriaxone 1 g IM.",
            "Patient declined ceftriaxone 1 g IM.",
            "Ceftriaxone 1 g IM was not given.",
            "She received ceftriaxone 1 g IM last week.",
            "HPI: Received ceftriaxone 1 g IM at urgent care.",
            "Received ceftriaxone 1 g IM on 3/1/2026.",
            "Past medical history: ceftriaxone 1 g IM given.",
            "Allergies: ceftriaxone 1 g IM given causes rash.",
            "Ceftriaxone 1 g IM.",
            "Ceftriaxone 50 mg/kg IM given.")) {
      assertThat(services(note)).as(note).isEmpty();
    }
    assertThat(services("Ceftriaxone 1 g IM given on 3/12/2026.")).containsExactly("J0696 x 4");
    assertThat(reasons("Ceftriaxone 1 g given.")).containsExactly("the route is not documented");
    assertThat(reasons("Ceftriaxone 2 mL IM given.").getFirst()).contains("stated as volume");
    assertThat(reasons("Ceftriaxone IM given.")).containsExactly("the dose is not documented");
    assertThat(services("Endomycin 5 mg IV given.")).isEmpty();
  }

  @Test
  void aDrugWithSeveralCodesIsNotGuessedAt() {
    assertThat(services("Kenalog 40 mg injected into the left knee.")).containsExactly("J3301 x 4");
    assertThat(services("Preservative free triamcinolone acetonide 4 mg injected."))
        .containsExactly("J3300 x 4");
    assertThat(reasons("Triamcinolone 40 mg injected into the knee.").getFirst())
        .contains("which is not documented");
    assertThat(services("Morphine 4 mg IV given.")).containsExactly("J2270 x 1");
  }

  @Test
  void discardedAmountsAreNamedWhenTheRecordDoes() {
    assertThat(
            propose("Pembrolizumab 180 mg IV infused. 20 mg discarded.")
                .suggestions()
                .getFirst()
                .hints())
        .containsExactly("JW: 20 mg discarded, 20 units on a line of its own");
    assertThat(
            propose("Pembrolizumab 200 mg IV infused; no waste.")
                .suggestions()
                .getFirst()
                .hints()
                .getFirst())
        .startsWith("JZ");
    assertThat(propose("Pembrolizumab 200 mg IV infused.").suggestions().getFirst().hints())
        .isEmpty();
  }

  @Test
  void wasteIsOfTheDrugThatItIsToldOf() {
    assertThat(
            propose("Given pembrolizumab 180 mg IV, 20 mg wasted, and ketorolac 30 mg IM.")
                .suggestions())
        .extracting(ServiceSuggestion::hints)
        .containsExactly(List.of("JW: 20 mg discarded, 20 units on a line of its own"), List.of());
    assertThat(
            propose("Ketorolac 30 mg IM given. Bevacizumab 420 mg IV, 80 mg of the vial wasted.")
                .suggestions()
                .getFirst()
                .hints())
        .isEmpty();
  }

  @Test
  void whatWasWastedOrIsLeftInTheVialIsNotGiven() {
    assertThat(services("Pembrolizumab: 200 mg vial opened, 180 mg infused IV, 20 mg wasted."))
        .containsExactly("J9271 x 180");
  }

  @Test
  void dosesThatAreToldTogetherAddUp() {
    assertThat(services("Toradol 30 mg IM and 15 mg IM given.")).containsExactly("J1885 x 3");
    assertThat(
            services(
                "Kenalog 80 mg injected into the right knee and Kenalog 40 mg injected into the"
                    + " left knee."))
        .containsExactly("J3301 x 12");
    assertThat(services("Toradol 30 mg IM given.\nToradol 15 mg IM given later."))
        .containsExactly("J1885 x 3");
    assertThat(services("Toradol 30 mg IM given.\nGiven Toradol 30 mg IM."))
        .containsExactly("J1885 x 2");
    assertThat(services("Toradol 30 mg IM given.\nA second dose of Toradol 30 mg IM was given."))
        .containsExactly("J1885 x 4");
    assertThat(services("Toradol 30 mg IM given at 10:05.\nToradol 30 mg IM given at 14:30."))
        .containsExactly("J1885 x 4");
  }

  @Test
  void vaccinesPreventiveServicesAndSuppliesCountWhenDone() {
    assertThat(services("Influenza vaccine administered today, left deltoid."))
        .containsExactly("G0008 x 1");
    assertThat(services("Flu shot given at CVS in October.")).isEmpty();
    assertThat(services("Offered flu shot, patient declined.")).isEmpty();
    assertThat(services("Influenza swab performed.")).isEmpty();
    assertThat(services("Subsequent annual wellness visit completed today."))
        .containsExactly("G0439 x 1");
    assertThat(services("Underarm aluminum crutches dispensed.")).containsExactly("E0114 x 1");
    assertThat(services("Recommend underarm crutches.")).isEmpty();
  }

  @Test
  void riskAndRemovalDecideAboutScreeningColonoscopy() {
    String done = "Procedure performed: Screening colonoscopy to the cecum.\n";

    assertThat(services(done)).containsExactly("G0121 x 1");
    assertThat(services(done + "No family history of colon cancer.")).containsExactly("G0121 x 1");
    assertThat(services(done + "Family history of colon cancer in father."))
        .containsExactly("G0105 x 1");
    assertThat(services(done + "Father with colon cancer.")).containsExactly("G0105 x 1");
    assertThat(services(done + "Mother with a history of colon cancer."))
        .containsExactly("G0105 x 1");
    assertThat(services(done + "Personal history of colon cancer.")).containsExactly("G0105 x 1");
    assertThat(services(done + "Family history:\nColon cancer in her grandmother.\n"))
        .containsExactly("G0121 x 1");
    assertThat(services(done + "A polyp removed by snare polypectomy.")).isEmpty();
    assertThat(services("Screening colonoscopy is scheduled for May.")).isEmpty();
  }

  @Test
  void whatAScreeningDidNotFindIsItsResult() {
    for (String note :
        List.of(
            "Procedure performed: Screening colonoscopy for average-risk patient, no polyps.",
            "Screening colonoscopy performed, average risk, no polyps.",
            "Screening colonoscopy completed to the cecum, no masses or polyps were seen.",
            "Screening colonoscopy performed; polyps were not seen.")) {
      assertThat(services(note)).as(note).containsExactly("G0121 x 1");
    }
    assertThat(services("Screening Pap smear obtained, without lesions."))
        .containsExactly("Q0091 x 1");
  }

  @Test
  void whatWasNotDoneHasNoResult() {
    for (String note :
        List.of(
            "Procedure performed: No screening colonoscopy.",
            "Screening colonoscopy, no consent given.",
            "Screening colonoscopy, no need for it, FIT completed.",
            "Screening colonoscopy was not performed, no polyps on the last one.",
            "Screening colonoscopy, no polyps.",
            "Ceftriaxone 1 g IM, no administration because of allergy, azithromycin given.",
            "Procedure performed: Screening colonoscopy, no sedation available so aborted.",
            "Procedure performed: Screening colonoscopy without bowel prep was cancelled.",
            "Procedure performed: Screening colonoscopy, no driver and not done.",
            "Procedure performed: Screening colonoscopy, no driver, held.")) {
      assertThat(services(note)).as(note).isEmpty();
    }
  }

  @Test
  void drugsHaveNoResults() {
    String given = "Medications administered:\n";

    for (String note :
        List.of(
            "Ceftriaxone 1 g IM: no IV access and not given",
            "Ketorolac 30 mg IM without food not administered",
            "Ceftriaxone 1 g IM: no order in the chart",
            "Ketorolac 30 mg IM held for low blood pressure",
            "Ceftriaxone 1 g IM, no allergies on file, planned for tomorrow")) {
      assertThat(services(given + note)).as(note).isEmpty();
    }
    assertThat(services(given + "Ceftriaxone 1 g IM given without complications, pressure held"))
        .containsExactly("J0696 x 4");
  }
}

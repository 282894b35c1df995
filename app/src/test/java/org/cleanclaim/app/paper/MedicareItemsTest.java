package org.cleanclaim.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.junit.jupiter.api.Test;

/// The CMS-1500 for Medicare (Claims Processing Manual, chapter 26, section 10).
class MedicareItemsTest {
  private final Claim practice = PaperClaims.read("practice.x12");

  @Test
  void medicareAsFirstPayerReadsNoneAndNothingOfAnInsured() {
    var claim = ClaimCopy.of(toMedicare(PayerSequence.PRIMARY)).otherCoverages(List.of()).copy();

    assertThat(box(claim, "1")).isEqualTo("Medicare");
    assertThat(box(claim, "11")).isEqualTo("NONE");
    for (String empty : List.of("4", "6", "7", "9", "9a", "9d", "11a", "11b", "11c", "11d", "15")) {
      assertThat(box(claim, empty)).as(empty).isEmpty();
    }
    assertThat(box(claim, "33b")).isEmpty();
  }

  @Test
  void medicareAfterAnotherInsuranceReadsWhoseThatIs() {
    var claim = toMedicare(PayerSequence.SECONDARY);

    assertThat(box(claim, "4")).isEqualTo("MARTINEZ, JORGE");
    assertThat(box(claim, "11")).isEqualTo("OTHGRP1");
    assertThat(box(claim, "11c")).isEqualTo("LAKESHORE GOLD");
    assertThat(box(claim, "11d")).isEmpty();
    assertThat(box(claim, "9")).isEmpty();
    assertThat(box(claim, "29")).as("what the patient paid alone").isEqualTo("30.00");
  }

  @Test
  void thePlaceOfEachServiceIsNamedButThePatientsHome() {
    var office = toMedicare(PaperClaims.withoutFacility(), PayerSequence.PRIMARY);

    assertThat(box(office, "32")).contains("OAK STREET FAMILY MEDICINE", "MARLOW OH 43215-0001");
    assertThat(box(ClaimCopy.of(office).placeOfService(new PlaceOfService("12")).copy(), "32"))
        .isEmpty();
  }

  @Test
  void aLinePointsToOneDiagnosisAndACorrectionIsToldToFitOnNoForm() {
    var claim = toMedicare(PayerSequence.PRIMARY);
    var paper = ClaimPaper.of(claim, LocalDate.of(2026, 3, 1));

    var pointers = paper.pages().getFirst().columns().stream().map(c -> c.box()).toList();
    int column = pointers.indexOf("24E");
    assertThat(paper.pages().getFirst().rows()).allMatch(row -> row.get(column).length() == 1);
    assertThat(box(claim, "22")).isEmpty();
    assertThat(StockClaim.of(claim, LocalDate.of(2026, 3, 1)).cuts())
        .filteredOn(cut -> cut.box().equals("22"))
        .singleElement()
        .satisfies(cut -> assertThat(cut.sentence()).contains("Ask the contractor to reopen"));
  }

  private Claim toMedicare(PayerSequence place) {
    return toMedicare(practice, place);
  }

  private static Claim toMedicare(Claim practice, PayerSequence place) {
    var s = practice.subscriber();
    var own =
        new Subscriber(
            practice.patient().name(),
            s.memberId(),
            practice.patient().bornOn(),
            practice.patient().sex(),
            practice.patient().address(),
            place,
            FilingIndicator.MEDICARE_PART_B,
            null,
            null);
    return ClaimCopy.of(practice).subscriber(own).copy();
  }

  private static String box(Claim claim, String box) {
    return ClaimPaper.of(claim, LocalDate.of(2026, 3, 1)).pages().getLast().boxes().stream()
        .filter(b -> b.box().equals(box))
        .map(ClaimPaper.Box::value)
        .collect(Collectors.joining(" "));
  }
}

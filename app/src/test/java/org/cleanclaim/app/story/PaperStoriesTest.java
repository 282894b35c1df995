package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.paper.ClaimPrints;
import org.cleanclaim.app.paper.ClaimPrints.Manner;
import org.cleanclaim.app.paper.ClaimPrints.Manner.OnStock;
import org.cleanclaim.app.paper.ClaimPrints.Manner.Plain;
import org.cleanclaim.app.paper.PaperForm;
import org.cleanclaim.app.paper.PaperOffset;
import org.cleanclaim.app.paper.PaperRefusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Claims for payers that want paper.
class PaperStoriesTest {
  private static final Office OFFICE = new Office("pap", "1553001011");

  @Test
  void aClaimIsPrintedOnTheStockOfItsFormAsItsPayerAndPrinterNeedIt() {
    var claim = OFFICE.billed(OFFICE.member(), "99213", "20610");
    String path = "/claims/" + claim.publicId();

    var form = OFFICE.get(Role.BILLER, path + "/form").is(200);
    assertThat(form.at("/form")).isEqualTo("CMS_1500");
    assertThat(form.json().at("/cuts")).isEmpty();
    assertThat(value(form.json(), "CLM01")).isEqualTo(claim.controlNumber());
    assertThat(value(form.json(), "CLM02").strip()).isEqualTo("270");

    OFFICE
        .put(
            Role.BILLER,
            "/paper-offsets",
            """
            {"form": "CMS_1500", "payer": "harbor", "printer": "Back office", "right": "1.5", "down": "-2"}
            """)
        .is(403);
    OFFICE
        .put(
            Role.MANAGER,
            "/paper-offsets",
            """
            {"form": "CMS_1500", "payer": "harbor", "printer": "Back office", "right": "1.5", "down": "-2"}
            """)
        .is(200);
    OFFICE
        .put(
            Role.MANAGER,
            "/paper-offsets",
            "{\"form\": \"CMS_1500\", \"right\": \"40\", \"down\": \"0\"}")
        .is(409);

    String plain = pdf(path + "/form.pdf");
    assertThat(plain).contains(claim.controlNumber(), "SIGNATURE ON FILE").doesNotContain("CLM01");
    assertThat(OFFICE.get(Role.BILLER, path + "/form.pdf").is(200).text())
        .isNotEqualTo(OFFICE.get(Role.BILLER, path + "/form.pdf?printer=Back%20office").text());
    assertThat(pdf("/paper-offsets/test-page.pdf?form=CMS_1500&payer=harbor&printer=Back%20office"))
        .contains("moved 1.5 mm right, -2.0 mm down");
  }

  @Test
  void aUserWithoutTheRightPrintsNothing() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    OFFICE.get(Role.FRONT_DESK, "/claims/" + claim.publicId() + "/form.pdf").is(403);
  }

  @Test
  void claimsOfOneFormArePrintedIntoOneDocumentInTheOrderAskedFor() {
    var first = OFFICE.billed(OFFICE.member(), "99213");
    var second = OFFICE.billed(OFFICE.member(), "99213", "20610");
    var numbers = List.of(second.controlNumber(), first.controlNumber());

    String stock = print(numbers, PaperForm.CMS_1500, new OnStock(Optional.empty(), false));
    assertThat(stock).containsSubsequence(second.controlNumber(), first.controlNumber());
    assertThat(stock).doesNotContain("CLM01");
    assertThat(print(numbers, PaperForm.CMS_1500, new Plain()))
        .containsSubsequence(second.controlNumber(), first.controlNumber())
        .contains("CLM01");
  }

  @Test
  void theAddressOfThePayerStandsOnPaperAsTheDirectoryHasItToday() {
    var visit = OFFICE.billed(OFFICE.member(), "99213");
    var stay = OFFICE.stayBilled(OFFICE.member());
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor",
            """
            {"contact": {"addressLine": "PO Box 118", "city": "Dayton", "state": "OH", "postalCode": "454010118"}}
            """)
        .is(200);
    var stock = new OnStock(Optional.empty(), false);

    assertThat(print(List.of(visit.controlNumber()), PaperForm.CMS_1500, stock))
        .containsSubsequence("HARBOR HEALTH", "PO BOX 118", "DAYTON OH 45401-0118");
    assertThat(print(List.of(visit.controlNumber()), PaperForm.CMS_1500, new Plain()))
        .contains("PO BOX 118");
    assertThat(print(List.of(stay.controlNumber()), PaperForm.UB_04, stock))
        .contains("PO BOX 118", "DAYTON OH 45401-0118");
  }

  @Test
  void theOffsetMovesTheWriting() {
    var numbers = List.of(OFFICE.billed(OFFICE.member(), "99213").controlNumber());
    var moved = new PaperOffset(new BigDecimal("12.7"), new BigDecimal("-2.5"));

    float kept = left(numbers, new OnStock(Optional.empty(), false));
    float away = left(numbers, new OnStock(Optional.of(moved), false));

    assertThat(away - kept).isCloseTo(36f, within(0.1f)); // 12.7 mm are half an inch
  }

  @Test
  void aClaimOfAnotherFormAnUnknownOneAndOneThatDoesNotFitAreRefusedWithTheirNumbers() {
    var visit = OFFICE.billed(OFFICE.member(), "99213");
    var stay = OFFICE.stayBilled(OFFICE.member());
    var stock = new OnStock(Optional.empty(), false);

    assertThat(print(List.of(stay.controlNumber()), PaperForm.UB_04, stock))
        .contains(stay.controlNumber());
    assertThatExceptionOfType(PaperRefusal.class)
        .isThrownBy(() ->
            print(List.of(visit.controlNumber(), stay.controlNumber()), PaperForm.CMS_1500, stock))
        .withMessageContainingAll(stay.controlNumber(), "UB-04");
    assertThatExceptionOfType(PaperRefusal.class)
        .isThrownBy(() -> print(List.of("NOBODY"), PaperForm.CMS_1500, stock))
        .withMessageContaining("There is no claim NOBODY");
  }

  private static String print(List<String> numbers, PaperForm form, Manner manner) {
    return read(document(numbers, form, manner), new PDFTextStripper());
  }

  private static byte[] document(List<String> numbers, PaperForm form, Manner manner) {
    return OFFICE.inside(() -> OFFICE.server.bean(ClaimPrints.class).print(numbers, form, manner));
  }

  /// Where the leftmost letter stands, in points.
  private static float left(List<String> numbers, Manner manner) {
    var lefts = new ArrayList<Float>();
    read(
        document(numbers, PaperForm.CMS_1500, manner),
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            lefts.add(text.getX());
            super.processTextPosition(text);
          }
        });
    return Collections.min(lefts);
  }

  private static String value(JsonNode form, String element) {
    return StreamSupport.stream(form.at("/pages/0/printed").spliterator(), false)
        .filter(p -> p.at("/element").asString().equals(element))
        .map(p -> p.at("/text").asString())
        .findFirst()
        .orElse("");
  }

  private static String pdf(String path) {
    return read(OFFICE.get(Role.BILLER, path).is(200).bytes(), new PDFTextStripper());
  }

  private static String read(byte[] bytes, PDFTextStripper stripper) {
    try (var document = Loader.loadPDF(bytes)) {
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

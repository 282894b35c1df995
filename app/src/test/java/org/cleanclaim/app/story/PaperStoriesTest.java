package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Claims for payers that want paper.
class PaperStoriesTest {
  private static final Office OFFICE = new Office("pap", "1003000134");

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

  private static String value(JsonNode form, String element) {
    return StreamSupport.stream(form.at("/pages/0/printed").spliterator(), false)
        .filter(p -> p.at("/element").asString().equals(element))
        .map(p -> p.at("/text").asString())
        .findFirst()
        .orElse("");
  }

  private static String pdf(String path) {
    byte[] bytes =
        OFFICE.get(Role.BILLER, path).is(200).text().getBytes(StandardCharsets.ISO_8859_1);
    try (var document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimPaper.Box;
import org.cleanclaim.app.denial.MoneyDesk;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.junit.jupiter.api.Test;

/// A claim on paper.
class ClaimPaperTest {
  private final MoneyDesk desk = new MoneyDesk();

  @Test
  void eachBoxShowsItsNumberItsElementAndItsValueAndFurtherLinesGoOnFurtherPages() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid().snapshot();
          var lines = new ArrayList<ServiceLine>();
          for (int i = 1; i <= 13; i++) {
            lines.add(ClaimCopies.number(claim.lines().getFirst(), i));
          }
          var long13 = ClaimCopies.lines(claim, lines);

          var paper = ClaimPaper.of(long13);

          assertThat(paper.pages()).extracting(p -> p.rows().size()).containsExactly(6, 6, 1);
          assertThat(paper.pages().getFirst().boxes())
              .contains(
                  new Box("26", "Our claim number", "CLM01", claim.controlNumber().value()),
                  new Box("28", "Total charge", "CLM02", long13.totalCharge().toString()),
                  new Box(
                      "1a",
                      "Insured's number",
                      "2010BA NM109",
                      claim.subscriber().memberId().value()));
          assertThat(claim.billingProvider().address().postalCode()).hasSize(9);
          assertThat(paper.pages().getFirst().boxes())
              .filteredOn(box -> box.box().equals("33"))
              .singleElement()
              .satisfies(box -> assertThat(box.value()).containsPattern("\\b\\d{5}-\\d{4}\\b"));
          assertThat(text(paper.pdf()))
              .contains("page 3 of 3", claim.patient().name().display(), "REF*EI")
              .contains(claim.lines().getFirst().procedure().value());
        });
  }

  private static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

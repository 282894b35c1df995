package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.submission.FilingProof;
import org.cleanclaim.app.submission.FilingProofs;
import org.junit.jupiter.api.Test;

class FilingProofsTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final FilingProofs proofs = desk.server.bean(FilingProofs.class);

  @Test
  void aPaidClaimIsProvenByWhatWentOutAndWhatCameBack() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();

          var proof = proofs.of(claim);

          var sending = proof.proving().orElseThrow();
          assertThat(sending.receipts())
              .extracting(FilingProof.Receipt::kind)
              .contains("999", "277CA");
          assertThat(sending.sha256()).hasSize(64);
          assertThat(proof.verdict()).contains(sending.interchange(), "accepted by the payer");
        });
  }

  @Test
  void withoutAnAcceptanceItProvesNothingAndSaysSo() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          var proof = proofs.of(claim);
          var bare =
              new FilingProof(
                  proof.controlNumber(),
                  proof.payer(),
                  null,
                  proof.servedFrom(),
                  proof.billed(),
                  proof.fileBy(),
                  proof.timeZone(),
                  proof.sendings().stream()
                      .map(s ->
                          new FilingProof.Sending(
                              s.file(),
                              s.fileName(),
                              s.sha256(),
                              s.interchange(),
                              s.group(),
                              s.sentAt(),
                              s.isTest(),
                              s.isCarried(),
                              s.deliveredAt(),
                              s.filedOn(),
                              s.revision(),
                              s.receipts().stream()
                                  .filter(r -> !r.kind().equals("277CA"))
                                  .toList()))
                      .toList());

          assertThat(bare.proving()).isEmpty();
          assertThat(bare.verdict()).contains("no acceptance");
        });
  }

  @Test
  void thePaperNamesTheControlNumbers() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          var sending = proofs.of(claim).proving().orElseThrow();

          String text;
          try (var document = Loader.loadPDF(proofs.pdf(claim))) {
            text = new PDFTextStripper().getText(document);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }

          assertThat(text)
              .contains(claim.controlNumber(), sending.interchange(), sending.group())
              .contains("999", "277CA", claim.payerClaimControlNumber())
              .contains("ISA*00*", "HL*1**20*1", "CLM*" + claim.controlNumber() + "*")
              .doesNotContain("null");
        });
  }
}

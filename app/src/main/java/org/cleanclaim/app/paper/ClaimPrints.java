package org.cleanclaim.app.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims one after another in one document, asked for by their control numbers. All of them are
/// printed or none.
@Component
@Transactional
public class ClaimPrints {

  /// How claims are printed.
  public sealed interface Manner {

    /// Box by box in plain words, on white paper.
    record Plain() implements Manner {}

    /// The data alone, for the form in the printer.
    ///
    /// @param offset how far the writing is moved; when none is given, what is kept for the payer
    /// @param isCutAccepted print what fits although not all does
    record OnStock(Optional<PaperOffset> offset, boolean isCutAccepted) implements Manner {}
  }

  private final Claims claims;
  private final Payers payers;
  private final PaperOffsets offsets;
  private final PaperPrints prints;
  private final AuditTrail audit;

  ClaimPrints(
      Claims claims, Payers payers, PaperOffsets offsets, PaperPrints prints, AuditTrail audit) {
    this.claims = claims;
    this.payers = payers;
    this.offsets = offsets;
    this.prints = prints;
    this.audit = audit;
  }

  /// The claims as a PDF document, in the order of the numbers.
  ///
  /// @param form the one that all of them have to belong on
  public byte[] print(List<String> controlNumbers, PaperForm form, Manner manner) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return together(
        controlNumbers.stream()
            .map(number -> claim(number, form))
            .map(claim ->
                switch (manner) {
                  case Manner.Plain() -> prints.plain(claim).pdf();
                  case Manner.OnStock(var offset, var isCutAccepted) ->
                      onStock(claim, offset, isCutAccepted);
                })
            .toList());
  }

  private BilledClaim claim(String number, PaperForm form) {
    var claim =
        claims
            .findByControlNumber(number)
            .orElseThrow(() ->
                new PaperRefusal(
                    "There is no claim %s. The list of claims has the numbers.".formatted(number)));
    var its = PaperForm.of(claim.snapshot().type());
    if (its != form) {
      throw new PaperRefusal(
          "Claim %s goes on the %s, not on the %s. Print it with the claims of its form."
              .formatted(number, its.title(), form.title()));
    }
    audit.read("claim on paper", claim.controlNumber(), claim.patientId().value());
    return claim;
  }

  private byte[] onStock(BilledClaim claim, Optional<PaperOffset> offset, boolean isCutAccepted) {
    var stock = prints.stock(claim, isCutAccepted);
    return stock.pdf(
        offset.orElseGet(() -> offsets.of(stock.form(), payers.get(claim.payerId()).slug(), "")));
  }

  private static byte[] together(List<byte[]> documents) {
    var bytes = new ByteArrayOutputStream();
    var merger = new PDFMergerUtility();
    documents.forEach(document -> merger.addSource(new RandomAccessReadBuffer(document)));
    merger.setDestinationStream(bytes);
    try {
      merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The claims cannot be put into one document.", e);
    }
  }
}

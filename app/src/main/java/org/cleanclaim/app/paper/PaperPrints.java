package org.cleanclaim.app.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Prints of claims for the stock of a form, with the offset of the printer.
@Component
@Transactional(readOnly = true)
public class PaperPrints {
  private final PaperOffsets offsets;
  private final Organizations organizations;
  private final Clock clock;

  PaperPrints(PaperOffsets offsets, Organizations organizations, Clock clock) {
    this.offsets = offsets;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// A claim as it is printed today.
  public StockClaim claim(Claim claim) {
    return StockClaim.of(
        claim, LocalDate.ofInstant(clock.instant(), ZoneId.of(organizations.current().timeZone())));
  }

  /// For the printer, when all of the claim is on the paper.
  public byte[] whole(Claim claim, Payer payer, String printer) {
    var stock = whole(claim);
    return stock.pdf(offsets.of(stock.form(), payer.slug(), printer));
  }

  /// A claim all of which is on the paper.
  StockClaim whole(Claim claim) {
    var stock = claim(claim);
    if (!stock.cuts().isEmpty()) {
      throw new PaperRefusal(
          "Not all of claim %s fits on the form. %s Shorten it in the claim, or have it printed as far as it fits."
              .formatted(
                  claim.controlNumber(),
                  stock.cuts().stream()
                      .map(c -> "Box %s, %s".formatted(c.box(), c.sentence()))
                      .collect(Collectors.joining(" "))));
    }
    return stock;
  }

  /// For the printer, also when something does not fit.
  public byte[] asFits(Claim claim, Payer payer, String printer) {
    var stock = claim(claim);
    return stock.pdf(offsets.of(stock.form(), payer.slug(), printer));
  }
}

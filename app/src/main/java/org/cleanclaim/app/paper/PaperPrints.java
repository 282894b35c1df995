package org.cleanclaim.app.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Prints of claims for the stock of a form, with the offset of the printer.
@Component
@Transactional(readOnly = true)
public class PaperPrints {
  private final Claims claims;
  private final Payers payers;
  private final PayerDirectory directory;
  private final PaperOffsets offsets;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  PaperPrints(
      Claims claims,
      Payers payers,
      PayerDirectory directory,
      PaperOffsets offsets,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.claims = claims;
    this.payers = payers;
    this.directory = directory;
    this.offsets = offsets;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// The claim that somebody wants to see on its form, which is on the trail.
  @Transactional
  public BilledClaim read(UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("claim on a form", claim.controlNumber(), claim.patientId().value());
    return claim;
  }

  /// A claim as it is printed today.
  public StockClaim claim(BilledClaim claim) {
    return StockClaim.of(addressed(claim), today());
  }

  /// A claim in plain words as it is printed today, which is on the trail.
  @Transactional
  public ClaimPaper plain(UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    audit.read("claim on paper", claim.controlNumber(), claim.patientId().value());
    return plain(claim);
  }

  /// A claim in plain words as it is printed today.
  public ClaimPaper plain(BilledClaim claim) {
    return ClaimPaper.of(addressed(claim), today());
  }

  /// The claim with the address where its payer takes paper today, from the directory: a claim that
  /// goes as a file needs none (loop 2010BB, N3 and N4).
  private Claim addressed(BilledClaim claim) {
    var snapshot = claim.snapshot();
    var payer = snapshot.payer();
    if (payer.address() != null) return snapshot;
    return directory
        .contact(payers.get(claim.payerId()))
        .forClaims()
        .map(address -> ClaimCopy.of(snapshot).payer(payer.at(address)).copy())
        .orElse(snapshot);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(organizations.current().timeZone()));
  }

  /// For a printer.
  ///
  /// @param isCutAccepted whether it is printed when not all of it fits
  public byte[] pdf(BilledClaim claim, String printer, boolean isCutAccepted) {
    var stock = stock(claim, isCutAccepted);
    return stock.pdf(offsets.of(stock.form(), payers.get(claim.payerId()).slug(), printer));
  }

  /// The claim on its form.
  ///
  /// @param isCutAccepted whether it stands when not all of it fits
  StockClaim stock(BilledClaim claim, boolean isCutAccepted) {
    return isCutAccepted ? claim(claim) : whole(claim);
  }

  private StockClaim whole(BilledClaim claim) {
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
}

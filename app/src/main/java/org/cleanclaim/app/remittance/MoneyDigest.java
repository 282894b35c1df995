package org.cleanclaim.app.remittance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// Tells one remittance's content from another's: claims, amounts, reasons, services. Envelope,
/// line breaks, trace and day of payment have no part in it.
final class MoneyDigest {
  private static final int DIGITS = 32;

  private final MessageDigest digest;
  private final StringBuilder text = new StringBuilder(512);
  private boolean hasClaims;

  MoneyDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void take(ClaimPayment claim) {
    hasClaims = true;
    text.setLength(0);
    add("CLP").add(claim.claimControlNumber()).add(claim.statusCode());
    add(claim.payerClaimControlNumber());
    add(claim.charged().cents()).add(claim.paid().cents());
    add(claim.patientResponsibility().cents());
    add(claim.adjustments());
    for (ServicePayment service : claim.services()) {
      add("SVC").add(service.procedure()).add(service.revenueCode());
      for (Modifier modifier : service.modifiers()) add(modifier.value());
      add(service.charged().cents()).add(service.paid().cents());
      add(service.servedFrom() == null ? "" : service.servedFrom().toString());
      add(service.controlNumber());
      add(service.adjustments());
    }
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The digest; where no claim tells remittances apart, trace and day do.
  String finish(Remittance header) {
    text.setLength(0);
    add(header.received().cents());
    for (ProviderAdjustment adjustment : header.providerAdjustments()) {
      add("PLB").add(adjustment.reason()).add(adjustment.reference());
      add(adjustment.amount().cents());
    }
    if (!hasClaims) add(header.trace()).add(header.paidOn().toString());
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private void add(List<Adjustment> adjustments) {
    for (Adjustment adjustment : adjustments) {
      add(adjustment.label()).add(adjustment.amount().cents());
    }
  }

  private MoneyDigest add(@Nullable String part) {
    text.append(part == null ? "" : part.strip()).append('|');
    return this;
  }

  private MoneyDigest add(long cents) {
    text.append(cents).append('|');
    return this;
  }
}

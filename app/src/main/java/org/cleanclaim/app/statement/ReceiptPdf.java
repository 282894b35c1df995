package org.cleanclaim.app.statement;

import java.util.Map;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.PdfPaper;
import org.springframework.stereotype.Component;

/// Draws the receipt of a payment.
@Component
public class ReceiptPdf {
  private final Organizations organizations;
  private final Households households;
  private final BillingWishes wishes;

  ReceiptPdf(Organizations organizations, Households households, BillingWishes wishes) {
    this.organizations = organizations;
    this.households = households;
    this.wishes = wishes;
  }

  public byte[] of(Receipt receipt) {
    var household = households.of(new PatientId(receipt.patientId()));
    return PdfPaper.of(
        "statement/receipt.jte",
        Map.of(
            "receipt",
            receipt,
            "language",
            wishes.of(household).language(),
            "practice",
            organizations.current()));
  }
}

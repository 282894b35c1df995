package org.cleanclaim.app.estimate;

import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.app.storage.PdfPaper;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate;
import org.cleanclaim.pricing.estimate.PatientEstimate;

/// Draws estimates on paper.
public final class EstimatePaper {
  private EstimatePaper() {}

  /// An insured patient's share as a PDF.
  public static byte[] pdf(PatientEstimate estimate, String plan, LocalDate madeOn) {
    return PdfPaper.of(
        "estimate/patient.jte", Map.of("estimate", estimate, "plan", plan, "madeOn", madeOn));
  }

  /// A good-faith estimate with all that 45 CFR 149.610(c)(1) asks for, as a PDF.
  public static byte[] pdf(GoodFaithEstimate estimate) {
    return PdfPaper.of("estimate/good-faith.jte", Map.of("estimate", estimate));
  }
}

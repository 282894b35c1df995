package org.cleanclaim.pricing.asc;

import java.util.Optional;
import org.cleanclaim.kernel.Finding;

/// Which lines are paid by a rate at all, and for how many units. Source: CMS, ASC Addendum DD1
/// (payment indicators); Claims Processing Manual, chapter 14, sections 60.2 and 60.3.
final class SurgeryChecks {
  private SurgeryChecks() {}

  sealed interface Outcome {}

  /// The line goes on to be priced.
  record Payable(SurgeryRate rate, int units) implements Outcome {}

  /// The line is settled without a rate.
  record Settled(SurgeryPrice price) implements Outcome {}

  static Outcome of(SurgeryLine line, Optional<SurgeryRate> known) {
    if (line.units() <= 0) {
      return refused(line, "units", "The line has no units to be paid.", "State units from 1.");
    }
    if (line.charge() != null && line.charge().isNegative()) {
      return refused(line, "charge", "The charge is negative.", "State the charge as billed.");
    }
    if (known.isEmpty()) {
      return refused(
          line,
          "code",
          "%s is in neither addendum of the surgical centers' rates.".formatted(line.code()),
          "Check the code; what is not on the list is not paid to a surgical center.");
    }
    SurgeryRate rate = known.get();
    return switch (rate.indicator()) {
      case "N1", "L1", "D1" ->
          new Settled(new SurgeryPrice.Packaged(line.number(), rate.indicator()));
      case "K5" ->
          denied(
              line,
              "code",
              "Medicare has no price yet for %s (indicator K5).".formatted(line.code()),
              "Ask the contractor once the drug has a price.");
      case "D5", "B5" ->
          denied(
              line,
              "code",
              "%s is not taken from a surgical center on the day (indicator %s)."
                  .formatted(line.code(), rate.indicator()),
              "Bill the code that replaces it.");
      default -> rate.rate().signum() > 0 ? limited(line, rate) : unpublished(line, rate);
    };
  }

  private static Outcome unpublished(SurgeryLine line, SurgeryRate rate) {
    return refused(
        line,
        "code",
        "No rate is published for %s (indicator %s)."
            .formatted(line.code(), rate.indicator().isEmpty() ? "none" : rate.indicator()),
        "The contractor sets the price; send the invoice where it is asked for.");
  }

  private static Outcome limited(SurgeryLine line, SurgeryRate rate) {
    UnitLimit limit = line.limit();
    if (limit == null || line.units() <= limit.units()) return new Payable(rate, line.units());
    if (limit.excess() == UnitLimit.Excess.DENIES_EXCESS && limit.units() > 0) {
      return new Payable(rate, limit.units());
    }
    return denied(
        line,
        "units",
        "%d units of %s are over the limit of %d of a day; the line is denied whole."
            .formatted(line.units(), line.code(), limit.units()),
        "Correct the units, or appeal with records where they are right.");
  }

  static Finding excess(SurgeryLine line, int paid) {
    return SurgeryFindings.warning(
        line.number(),
        "units",
        "%d units are billed, %d are paid.".formatted(line.units(), paid),
        "Correct the units, or appeal with records where they are right.");
  }

  static SurgeryPrice withoutProcedure(int line) {
    return new SurgeryPrice.Denied(
        line,
        SurgeryFindings.error(
            line,
            "code",
            "An ancillary service is paid only beside a covered surgical procedure of the claim.",
            "Bill it with the procedure that it belongs to."));
  }

  private static Outcome denied(SurgeryLine line, String field, String message, String remedy) {
    return new Settled(
        new SurgeryPrice.Denied(
            line.number(), SurgeryFindings.error(line.number(), field, message, remedy)));
  }

  private static Outcome refused(SurgeryLine line, String field, String message, String remedy) {
    return new Settled(
        new SurgeryPrice.Refused(
            line.number(), SurgeryFindings.error(line.number(), field, message, remedy)));
  }
}

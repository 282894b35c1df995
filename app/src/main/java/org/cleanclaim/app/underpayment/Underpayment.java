package org.cleanclaim.app.underpayment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// A line that a payer allowed less for than its contract says.
///
/// @param line of the claim; null where the payment does not tell which
/// @param expected by contract; the steps add up to it
/// @param allowed by the payer
/// @param recovered of the difference so far
/// @param term of the contract that decided
/// @param reasons what the payer took off, group and reason: `CO-45 60.00`
public record Underpayment(
    UUID id,
    UUID claimId,
    String controlNumber,
    String patient,
    String payer,
    String payerSlug,
    UUID remittanceId,
    String trace,
    @Nullable Integer line,
    String procedure,
    LocalDate servedOn,
    LocalDate paidOn,
    Money charged,
    Money expected,
    Money allowed,
    Money recovered,
    String contract,
    String term,
    List<PriceStep> steps,
    List<String> reasons,
    State state) {
  public Underpayment {
    steps = List.copyOf(steps);
    reasons = List.copyOf(reasons);
  }

  /// What the payer allowed too little.
  public Money amount() {
    return expected.minus(allowed);
  }

  /// What of it is not recovered.
  public Money open() {
    return amount().minus(recovered);
  }

  /// Where the work stands. Only the first two are open.
  public enum State {
    OPEN("open"),
    DISPUTED("disputed with the payer"),
    RECOVERED("recovered"),
    WRITTEN_OFF("written off"),
    ACCEPTED("accepted: the payer is right"),
    /// The payer took the payment back or decided the line again.
    SUPERSEDED("decided again by the payer");

    private final String title;

    State(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public boolean isOpen() {
      return this == OPEN || this == DISPUTED;
    }
  }

  /// Something that was done about one.
  public record Step(State state, String note, Money recovered, String by, Instant at) {}
}

package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One refused amount of one line, worked until it is won, lost or closed.
///
/// @param reasonCode group and reason as billers write them: `CO-197`
/// @param cause class of the reason: authorization, bundled, medical-necessity ...
/// @param actBy last day to act, while an appeal is with the payer that of its decision
/// @param owner role or user that answers for it
/// @param guidance what it means and what is done, in a sentence
/// @param action what was decided; null while nothing was
/// @param recovered what was won of the amount
/// @param preventedBy payer rule that is to prevent the next one; null for none
public record DenialCase(
    long id,
    UUID publicId,
    long claimId,
    UUID claimPublicId,
    String controlNumber,
    String payerName,
    @Nullable Integer line,
    String procedure,
    String reasonCode,
    String reason,
    List<String> remarks,
    Money amount,
    String cause,
    Action proposedAction,
    Status status,
    LocalDate actBy,
    RootCause root,
    String owner,
    boolean isPreventable,
    String guidance,
    @Nullable Action action,
    Money recovered,
    @Nullable String preventedBy) {
  public DenialCase {
    remarks = List.copyOf(remarks);
  }

  /// What was refused of the claim, in words.
  public String place() {
    if (line != null) return line + " · " + procedure;
    return procedure.isEmpty() ? "Whole claim" : procedure;
  }

  /// What is still to be got, given up or billed.
  public Money left() {
    return amount.minus(recovered);
  }

  /// Whether its decision waits.
  public boolean isOpen() {
    return status == Status.NEW || status == Status.IN_WORK || status == Status.APPEALED;
  }

  /// Whether the last appeal is decided and what it did not win has to be given up or billed.
  public boolean isLostAppeal() {
    return (status == Status.LOST || status == Status.PART_WON) && action == Action.APPEAL;
  }

  /// The five ways out of a denial.
  public enum Action {
    CORRECT_AND_REBILL("Correct and rebill"),
    APPEAL("Appeal"),
    BILL_PATIENT("Bill the patient"),
    BILL_OTHER_PAYER("Bill another payer"),
    CLOSE("Close");

    private final String title;

    Action(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Where the work stands.
  public enum Status {
    NEW,
    IN_WORK,
    APPEALED,
    WON,
    PART_WON,
    LOST,
    CLOSED;

    /// `Part won`.
    public String title() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}

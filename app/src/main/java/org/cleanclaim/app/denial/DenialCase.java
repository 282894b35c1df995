package org.cleanclaim.app.denial;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One refused amount of one line, worked until it is won, lost or closed.
///
/// @param reasonCode group and reason as billers write them: `CO-197`
/// @param cause class of the reason: authorization, bundled, medical-necessity ...
/// @param actBy last day to act
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
    LocalDate actBy) {
  public DenialCase {
    remarks = List.copyOf(remarks);
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
    CLOSED
  }
}

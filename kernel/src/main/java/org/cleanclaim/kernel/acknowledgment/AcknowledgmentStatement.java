package org.cleanclaim.kernel.acknowledgment;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.jspecify.annotations.Nullable;

/// One statement of a 277CA about a file, a provider, a claim or a line (STC).
///
/// @param statuses one to three codes (STC01, STC10, STC11)
/// @param effectiveOn STC02
/// @param action STC03: WQ accepts, U rejects; not said of lines that are only reported
/// @param amount STC04
/// @param message free text (STC12)
public record AcknowledgmentStatement(
    List<Status> statuses,
    @Nullable LocalDate effectiveOn,
    @Nullable String action,
    @Nullable Money amount,
    @Nullable String message) {
  public static final String ACCEPT = "WQ";
  public static final String REJECT = "U";

  public AcknowledgmentStatement {
    statuses = List.copyOf(statuses);
  }

  public boolean accepts() {
    return !REJECT.equals(action);
  }
}

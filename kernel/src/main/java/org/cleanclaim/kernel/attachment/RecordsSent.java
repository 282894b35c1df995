package org.cleanclaim.kernel.attachment;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;

/// Records that a provider sends a payer for one claim (275).
///
/// @param occasion why they are sent (BGN01)
/// @param reference the sender's number of the sending (BGN02)
/// @param providerNpi of who bills
/// @param memberId of the patient with the payer; null when it is not told
/// @param claimNumber the provider's number of the claim (REF EJ)
public record RecordsSent(
    Occasion occasion,
    String reference,
    LocalDate preparedOn,
    String payerName,
    String payerId,
    String submitterName,
    String submitterId,
    String providerName,
    @Nullable String providerNpi,
    PersonName patient,
    @Nullable String memberId,
    String claimNumber,
    @Nullable LocalDate servedFrom,
    @Nullable LocalDate servedThrough,
    List<SentRecord> records) {
  public RecordsSent {
    records = List.copyOf(records);
  }

  /// Why records are sent.
  public enum Occasion {
    /// With the claim or after it, unasked; the claim announces them (PWK).
    UNASKED("02"),
    /// Because the payer asked.
    ASKED("11");

    private final String code;

    Occasion(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  @Override
  public String toString() {
    return "RecordsSent[" + reference + "]";
  }
}

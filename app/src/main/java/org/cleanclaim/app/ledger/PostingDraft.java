package org.cleanclaim.app.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A posting about to be made.
///
/// @param kind `CHARGE`, `BILLED`, `REMITTANCE`, `PATIENT_PAYMENT`, `APPLIED`, `WRITE_OFF`,
///   `CORRECTION`
/// @param reason why, in words
/// @param source the document behind it, for example `remittance 1234`
/// @param idempotencyKey the same key is posted once
/// @param effectiveOn the day it counts for
public record PostingDraft(
    String kind,
    String reason,
    String source,
    String idempotencyKey,
    LocalDate effectiveOn,
    @Nullable Long reversesPostingId,
    List<Entry> entries) {
  public PostingDraft {
    entries = List.copyOf(entries);
    if (entries.size() < 2) throw new IllegalArgumentException("a posting has two sides");
    if (!Money.sum(entries.stream().map(Entry::amount).toList()).isZero()) {
      throw new IllegalArgumentException("a posting sums to zero: " + idempotencyKey);
    }
  }

  public static Builder of(
      String kind, String reason, String source, String idempotencyKey, LocalDate effectiveOn) {
    return new Builder(kind, reason, source, idempotencyKey, effectiveOn);
  }

  /// Collects the entries of a posting for one patient, encounter, claim and payer.
  public static final class Builder {
    private final String kind;
    private final String reason;
    private final String source;
    private final String key;
    private final LocalDate effectiveOn;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Long patientId;
    private @Nullable Long encounterId;
    private @Nullable Long claimId;
    private @Nullable Long payerId;

    private Builder(String kind, String reason, String source, String key, LocalDate effectiveOn) {
      this.kind = kind;
      this.reason = reason;
      this.source = source;
      this.key = key;
      this.effectiveOn = effectiveOn;
    }

    public Builder about(
        @Nullable Long patient,
        @Nullable Long encounter,
        @Nullable Long claim,
        @Nullable Long payer) {
      patientId = patient;
      encounterId = encounter;
      claimId = claim;
      payerId = payer;
      return this;
    }

    /// Adds a debit; a negative amount is a credit and zero adds nothing.
    public Builder debit(
        Account account, Money amount, @Nullable Integer line, @Nullable String memo) {
      if (!amount.isZero()) {
        entries.add(
            new Entry(account, amount, patientId, encounterId, claimId, payerId, line, memo));
      }
      return this;
    }

    public Builder credit(
        Account account, Money amount, @Nullable Integer line, @Nullable String memo) {
      return debit(account, amount.negated(), line, memo);
    }

    public boolean isEmpty() {
      return entries.isEmpty();
    }

    public PostingDraft build() {
      return new PostingDraft(kind, reason, source, key, effectiveOn, null, entries);
    }
  }
}

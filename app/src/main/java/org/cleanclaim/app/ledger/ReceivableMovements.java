package org.cleanclaim.app.ledger;

import org.jspecify.annotations.Nullable;

/// The statements that receivables are summed up from: what moved on the accounts of insurers and
/// patients up to a day. An insurer owes by claim, a patient as a person; what is on no claim
/// belongs to its visit.
final class ReceivableMovements {
  private static final String KEPT =
      """
      select claim_id, encounter_id, account, patient_id, payer_id, first_on, amount
      from quarter_receivable
      where through = :quarter
      """;

  private ReceivableMovements() {}

  /// From entries alone.
  ///
  /// @param day what is the last day that counts, in SQL
  static String through(String day) {
    return """
    select claim_id, case when claim_id is null then encounter_id end as encounter_id, account,
      case when account = 'PATIENT_RECEIVABLE' then patient_id end as patient_id,
      case when account = 'INSURANCE_RECEIVABLE' then payer_id end as payer_id, effective_on as first_on, amount
    from entry e
    where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE') and effective_on <= %s
    """
        .formatted(day);
  }

  /// From entries alone, up to `:day` and as far as they were known at `:known`.
  static String known() {
    return through(":day")
        + "and exists (select from posting p where p.posting_id = e.posting_id and p.posted_at <="
        + " :known)\n";
  }

  /// From what was open at the end of `:quarter` and the entries after it.
  ///
  /// @param quarter null to take all from entries
  static String since(@Nullable Object quarter) {
    String entries = through(":day");
    return quarter == null ? entries : entries + "and effective_on > :quarter\nunion all\n" + KEPT;
  }
}

package org.cleanclaim.app.ledger;

/// The statements that receivables are summed up from: what moved on the accounts of insurers and
/// patients up to a day, by what it is owed for. An insurer owes for a claim, a patient for a
/// visit; what is on neither is owed as such.
final class ReceivableMovements {
  /// The day of service of what is owed (`o`), in SQL; the first day that it moved on when it is
  /// owed for neither.
  static final String SERVED_ON =
      """
      coalesce(
        case o.owed_for when 'CLAIM' then (select c.served_from from claim c where c.claim_id = o.subject_id)
          when 'VISIT' then (select v.served_on from encounter v where v.encounter_id = o.subject_id) end,
        o.first_on)
      """;

  private ReceivableMovements() {}

  /// From entries alone.
  ///
  /// @param day what is the last day that counts, in SQL
  static String through(String day) {
    return """
    select account = 'PATIENT_RECEIVABLE' as is_patient,
      case when account = 'INSURANCE_RECEIVABLE' and claim_id is not null then 'CLAIM'
        when coalesce(encounter_id, claim_id) is not null then 'VISIT' else 'NONE' end as owed_for,
      case when account = 'INSURANCE_RECEIVABLE' and claim_id is not null then claim_id
        else coalesce(encounter_id, (select c.encounter_id from claim c where c.claim_id = e.claim_id),
          case when account = 'PATIENT_RECEIVABLE' then patient_id end, 0) end as subject_id,
      case when account = 'INSURANCE_RECEIVABLE' then payer_id end as payer_id, effective_on as first_on, amount
    from entry e
    where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE') and effective_on <= %s
    """
        .formatted(day);
  }

  /// From the entries after `:month` up to `:day` and those that came later for its days; from all
  /// entries when the month is null.
  ///
  /// @param condition what else holds of an entry, in SQL
  static String sinceMonth(String condition) {
    return through(":day")
        + """
        and effective_on > coalesce(cast(:month as date), '-infinity') %s
        union all
        select is_patient, owed_for, subject_id, payer_id, served_on, amount
        from month_receivable
        where through = cast(:month as date) and is_late
        """
            .formatted(condition);
  }
}

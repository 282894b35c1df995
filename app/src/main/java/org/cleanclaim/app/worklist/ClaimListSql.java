package org.cleanclaim.app.worklist;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.worklist.Worklists.ClaimFilter;

/// The one query of the claims list. A filter that is not set is not in it, so that what is set can
/// be found by an index; balances, errors and denials are looked up for the rows that are shown.
final class ClaimListSql {
  /// Comes after every text that begins alike.
  static final String LAST_CHARACTER = "\uffff";

  /// Shorter texts fit so many claims that looking at each in the list's order finds a page sooner.
  private static final int LEAST_SELECTIVE = 2;

  private static final String BY_INDEX =
      """
      k.claim_id in (
        select n.claim_id from claim n where n.control_number >= :number and n.control_number < :numberEnd
        union all
        select n.claim_id from claim n where n.patient_id in (
          select p.patient_id from patient p where p.last_name_lower >= :name and p.last_name_lower < :nameEnd))
      """;

  private static final String ONE_BY_ONE =
      """
      (k.control_number >= :number and k.control_number < :numberEnd or exists (
        select from patient p
        where p.patient_id = k.patient_id and p.last_name_lower >= :name and p.last_name_lower < :nameEnd))
      """;

  private ClaimListSql() {}

  static String of(ClaimFilter filter) {
    String order =
        "order by %%s.served_from %1$s, %%s.claim_id %1$s".formatted(filter.order().direction);
    return """
    select c.public_id, c.control_number, p.last_name || ', ' || p.first_name as patient, y.name as payer,
      c.served_from, c.status, c.total_charge, c.file_by, c.is_taken_back,
      (select count(*) from claim_finding f
        where f.claim_id = c.claim_id and f.revision = c.revision and f.severity = 'ERROR'
          and f.finding_override_id is null) as errors,
      (select coalesce(sum(e.amount), 0) from entry e
        where e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE') as balance,
      exists (select from denial_case d
        where d.claim_id = c.claim_id and %s) as denied,
      c.status = 'HELD' and exists (select from claim_hold h
        where h.claim_id = c.claim_id and h.released_at is null) as on_hold,
      c.status = 'SENT' and coalesce((
        select d.stage <> 'DELIVERED'
        from submission_claim l
        join submission u using (submission_id)
        left join delivery d on d.exchanged_file_id = u.exchanged_file_id
        where l.claim_id = c.claim_id
        order by l.submission_id desc limit 1), false) as undelivered,
      case when c.status in ('HELD', 'REJECTED') then (
        select v.why from claim_event v
        where v.claim_id = c.claim_id and v.next_step is not null
        order by v.claim_event_id desc limit 1)
      when c.status in ('ACCEPTED', 'AT_PAYER') then (
        select v.why from claim_event v
        where v.claim_id = c.claim_id and v.what = 'File accepted with errors'
        order by v.claim_event_id desc limit 1) end as why
    from (%s) c
    join patient p using (patient_id)
    join payer y using (payer_id)
    %s
    """
        .formatted(
            DenialFilter.OPEN, rows(filter, order.formatted("k", "k")), order.formatted("c", "c"));
  }

  // Of several statuses the first rows of each are taken from the index, then the first of those.
  private static String rows(ClaimFilter filter, String order) {
    if (!ClaimFilter.AT_PAYERS.equals(filter.status())) {
      return rows(conditions(filter), order);
    }
    String each =
        ClaimFilter.AT_PAYERS_STATUSES.stream()
            .map(status ->
                "("
                    + rows(conditions(filter) + "\n and k.status = '" + status.name() + "'", order)
                    + ")")
            .collect(Collectors.joining("\nunion all\n"));
    return "select * from (%s) k\n%s\nlimit :limit".formatted(each, order);
  }

  private static String rows(String conditions, String order) {
    return """
    select k.claim_id, k.public_id, k.control_number, k.patient_id, k.payer_id, k.served_from, k.status, k.revision,
      k.total_charge, k.file_by, k.is_taken_back
    from claim k
    where %s
    %s
    limit :limit\
    """
        .formatted(conditions, order);
  }

  private static String conditions(ClaimFilter filter) {
    var all = new ArrayList<String>();
    all.add("true");
    if (filter.oneStatus() != null) all.add("k.status = :status");
    if (filter.trait() != null) all.add(filter.trait().condition);
    if (filter.payer() != null) {
      all.add("k.payer_id = (select payer_id from payer where slug = :payer)");
    }
    String text = filter.text();
    if (text != null) all.add(text.strip().length() < LEAST_SELECTIVE ? ONE_BY_ONE : BY_INDEX);
    if (filter.after() != null) {
      all.add(
          """
          (k.served_from, k.claim_id) %s ((select a.served_from from claim a where a.public_id = :after),
            (select a.claim_id from claim a where a.public_id = :after))
          """
              .formatted(filter.order().beyond));
    }
    return String.join("\n    and ", all);
  }
}

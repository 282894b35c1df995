package org.cleanclaim.app.claim;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims as payments find them, and what the payers decided on many at once.
@Component
@Transactional
public class ClaimsAtPayer {
  // Looked up row by row: joined, whole tables are read for a few hundred claims.
  private static final String SELECT =
      """
      select c.claim_id, c.control_number, c.payer_claim_control_number, c.patient_id, c.encounter_id, c.payer_id,
        (select e.control_number from claim e where e.claim_id = c.follows_claim_id) as follows,
        exists (select from coverage v, same_person(c.patient_id) own (record), coverage n
          where v.coverage_id = c.coverage_id and n.patient_id = own.record
            and n.sequence > v.sequence and n.effective @> c.served_from) as has_next_payer,
        case when exists (select from coverage v, same_person(c.patient_id) own (record), coverage n
            where v.coverage_id = c.coverage_id and n.patient_id = own.record
              and n.sequence > v.sequence and n.effective @> c.served_from)
          then exists (select from claim f where f.follows_claim_id = c.claim_id and f.status <> 'VOIDED')
            or not exists (select from entry e where e.claim_id = c.claim_id and e.account = 'PATIENT_RECEIVABLE')
              and not exists (select from claim f join entry e on e.claim_id = f.claim_id
                where f.follows_claim_id = c.claim_id and e.account = 'PATIENT_RECEIVABLE')
          else false end as is_left_unbilled,
        c.total_charge, c.served_from,
        (select v.member_id from coverage v where v.coverage_id = c.coverage_id) as member_id,
        (select p.last_name from patient p where p.patient_id = c.patient_id) as last_name,
        (select p.first_name from patient p where p.patient_id = c.patient_id) as first_name,
        c.snapshot -> 'lines' as lines, c.capitated_lines,
      """
          + ClaimSources.COLUMN.formatted("c.claim_id")
          + "from claim c\n";

  /// A payer's decision on a claim.
  ///
  /// @param why one sentence for the claim's timeline
  /// @param payerClaimControlNumber as the payer names it now, null when it does not
  public record Decided(ClaimId id, String why, @Nullable String payerClaimControlNumber) {}

  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final ClaimReceivables receivables;
  private final CorrectionReceivables corrections;
  private final JsonColumns json;
  private final Clock clock;

  ClaimsAtPayer(
      JdbcClient jdbc,
      ClaimRecords records,
      ClaimUpdates updates,
      ClaimReceivables receivables,
      CorrectionReceivables corrections,
      JsonColumns json,
      Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.updates = updates;
    this.receivables = receivables;
    this.corrections = corrections;
    this.json = json;
    this.clock = clock;
  }

  /// By our numbers.
  @Transactional(readOnly = true)
  public List<PayableClaim> numbered(Collection<String> controlNumbers) {
    if (controlNumbers.isEmpty()) return List.of();
    return jdbc.sql(SELECT + "where c.control_number = any (:numbers) order by c.claim_id")
        .param("numbers", controlNumbers.toArray(String[]::new))
        .query(this::claim)
        .list();
  }

  /// By their keys.
  @Transactional(readOnly = true)
  public List<PayableClaim> payable(Collection<Long> claimIds) {
    return jdbc.sql(SELECT + "where c.claim_id = any (:ids) order by c.claim_id")
        .param("ids", claimIds.toArray(Long[]::new))
        .query(this::claim)
        .list();
  }

  /// What the payers before left of each visit, of those claims that follow others.
  @Transactional(readOnly = true)
  public Map<ClaimId, Map<EncounterId, Money>> left(Collection<PayableClaim> claims) {
    var following =
        claims.stream()
            .filter(claim -> claim.follows() != null)
            .map(claim -> claim.id().value())
            .distinct()
            .toList();
    var left = new HashMap<ClaimId, Map<EncounterId, Money>>();
    if (following.isEmpty()) return left;
    for (BilledClaim claim : records.all(following)) {
      left.put(claim.id(), receivables.owed(claim));
    }
    return left;
  }

  /// The claims that follow others, by our numbers of those: a payer that forwards a claim leaves
  /// our number on it.
  @Transactional(readOnly = true)
  public List<PayableClaim> following(Collection<String> controlNumbers) {
    if (controlNumbers.isEmpty()) return List.of();
    return jdbc.sql(
            SELECT
                + """
                where c.status <> 'VOIDED' and c.follows_claim_id in (
                  select e.claim_id from claim e where e.control_number = any (:numbers))
                order by c.claim_id
                """)
        .param("numbers", controlNumbers.toArray(String[]::new))
        .query(this::claim)
        .list();
  }

  /// By the payer's numbers.
  @Transactional(readOnly = true)
  public List<PayableClaim> numberedByPayer(long payerId, Collection<String> payerNumbers) {
    if (payerNumbers.isEmpty()) return List.of();
    return jdbc.sql(
            SELECT
                + """
                where c.payer_id = :payer and c.payer_claim_control_number = any (:numbers)
                order by c.claim_id
                """)
        .param("payer", payerId)
        .param("numbers", payerNumbers.toArray(String[]::new))
        .query(this::claim)
        .list();
  }

  /// What was sent to a payer for a patient and a day: by member number or by name. Claims that
  /// never went out are not among them.
  @Transactional(readOnly = true)
  public List<PayableClaim> ofPatientOnDay(
      long payerId,
      @Nullable String memberId,
      @Nullable String lastName,
      @Nullable String firstName,
      LocalDate servedFrom) {
    return jdbc.sql(
            SELECT
                + """
                where c.patient_id in (
                    select same_person(v.patient_id) from coverage v where v.member_id = :member
                    union
                    select p.patient_id from patient p
                    where p.last_name_lower = lower(:last) and p.first_name_lower = lower(:first))
                  and c.payer_id = :payer and c.served_from = :day
                  and c.status in ('SENT', 'ACCEPTED', 'AT_PAYER', 'ADJUDICATED')
                  and (c.coverage_id in (select coverage_id from coverage where member_id = :member)
                    or c.patient_id in (
                      select patient_id from patient
                      where last_name_lower = lower(:last) and first_name_lower = lower(:first)))
                order by c.claim_id
                limit 50
                """)
        .param("payer", payerId)
        .param("day", servedFrom)
        .param("member", memberId)
        .param("last", lastName)
        .param("first", firstName)
        .query(this::claim)
        .list();
  }

  /// Sent claims that a payment without our number could mean, the likeliest first: each sign
  /// counts.
  @Transactional(readOnly = true)
  public List<PayableClaim> likely(
      String controlNumber,
      @Nullable String memberId,
      @Nullable String lastName,
      Money charge,
      @Nullable LocalDate servedFrom) {
    return jdbc.sql(
            SELECT
                + """
                where c.claim_id in (
                  select k.claim_id
                  from claim k
                  join coverage v using (coverage_id)
                  join patient p on p.patient_id = k.patient_id
                  where k.status in ('SENT', 'ACCEPTED', 'AT_PAYER', 'ADJUDICATED')
                    and (k.control_number = :number or v.member_id = :member or lower(p.last_name) = lower(:last)
                      or (k.total_charge = :charge and k.served_from = :day))
                  order by (k.control_number = :number)::int
                    + coalesce((v.member_id = :member)::int, 0) + coalesce((lower(p.last_name) = lower(:last))::int, 0)
                    + (k.total_charge = :charge)::int + coalesce((k.served_from = :day)::int, 0) desc, k.claim_id desc
                  limit 20)
                order by c.total_charge <> :charge, c.served_from desc, c.claim_id desc
                """)
        .param("number", controlNumber.strip())
        .param("member", memberId, java.sql.Types.VARCHAR)
        .param("last", lastName, java.sql.Types.VARCHAR)
        .param("charge", charge.toBigDecimal())
        .param("day", servedFrom, java.sql.Types.DATE)
        .query(this::claim)
        .list();
  }

  /// Of these claims the payer owes those too that it got without a file of ours, entered on its
  /// own pages or told by telephone; to be asked before its decision is posted.
  public void owed(Collection<ClaimId> ids, @Nullable Long fileId) {
    var unsent =
        jdbc.sql(
                """
                select claim_id
                from claim
                where claim_id = any (:ids) and status in ('DRAFT', 'HELD', 'READY') and first_sent_at is null
                  and correction is null
                order by claim_id
                for update
                """)
            .param("ids", ids.stream().map(ClaimId::value).toArray(Long[]::new))
            .query(Long.class)
            .list();
    if (unsent.isEmpty()) return;
    receivables.book(records.all(unsent));
    updates.note(
        unsent.stream()
            .map(id ->
                new ClaimUpdates.Note(
                    new ClaimId(id),
                    "Billed",
                    "The payer decided it though it was not sent from here",
                    null,
                    fileId))
            .toList());
  }

  /// What the payers' answers, once they are posted, leave to be owed on corrections.
  ///
  /// @param overtaken claims that hold no more, since the payer has decided a correction of them
  public void correctionsOwed(Collection<Long> ids, Collection<Long> overtaken, String keyPrefix) {
    corrections.answered(ids, overtaken, keyPrefix);
  }

  /// The payer has decided on these claims (835): each is moved, its payer number kept, and the
  /// decision told in its timeline.
  public void adjudicated(Collection<Decided> decisions, @Nullable Long fileId) {
    if (decisions.isEmpty()) return;
    var ids = decisions.stream().map(d -> d.id().value()).toArray(Long[]::new);
    var now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update claim c
            set status = 'ADJUDICATED', version = version + 1, adjudicated_at = coalesce(adjudicated_at, :now),
              payer_claim_control_number = coalesce(d.number, c.payer_claim_control_number)
            from (
              select distinct on (id) id, number
              from unnest(:ids::bigint[], :numbers::text[]) with ordinality as u (id, number, position)
              order by id, number is null, position desc
            ) d
            where c.claim_id = d.id
            """)
        .param("ids", ids)
        .param(
            "numbers",
            decisions.stream().map(Decided::payerClaimControlNumber).toArray(String[]::new))
        .param("now", now)
        .update();
    jdbc.sql(
            """
            insert into claim_event (claim_id, happened_at, actor, what, why, next_step, exchanged_file_id)
            select id, :now, :actor, 'Adjudicated', why, :next, :file
            from unnest(:ids::bigint[], :whys::text[]) with ordinality as u (id, why, position)
            order by position
            """)
        .param("ids", ids)
        .param("whys", decisions.stream().map(Decided::why).toArray(String[]::new))
        .param("now", now)
        .param("actor", Acting.actor().name())
        .param("next", ClaimStatus.ADJUDICATED.nextStep())
        .param("file", fileId)
        .update();
  }

  /// Claims as they were billed.
  @Transactional(readOnly = true)
  public Map<ClaimId, Claim> billed(Collection<ClaimId> ids) {
    if (ids.isEmpty()) return Map.of();
    return records.all(ids.stream().map(ClaimId::value).toList()).stream()
        .collect(Collectors.toMap(BilledClaim::id, BilledClaim::snapshot));
  }

  /// Keeps which lines of claims their payers pay by a sum per member and month.
  public void capitated(Map<ClaimId, Set<Integer>> lines) {
    if (lines.isEmpty()) return;
    var ids = new ArrayList<Long>();
    var numbers = new ArrayList<String>();
    lines.forEach((id, ofClaim) -> {
      ids.add(id.value());
      numbers.add(array(ofClaim));
    });
    jdbc.sql(
            """
            with held as (
              select c.claim_id, m.lines
              from unnest(:ids::bigint[], :lines::text[]) as m (claim_id, lines)
              join claim c using (claim_id)
              order by c.claim_id
              for update of c)
            update claim c
            set capitated_lines = held.lines::int[]
            from held
            where c.claim_id = held.claim_id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("lines", numbers.toArray(String[]::new))
        .update();
  }

  private static String array(Set<Integer> numbers) {
    return numbers.stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Set<Integer> capitated(@Nullable Array lines) throws SQLException {
    return lines == null ? Set.of() : Set.of((Integer[]) lines.getArray());
  }

  private PayableClaim claim(ResultSet row, int n) throws SQLException {
    return new PayableClaim(
        new ClaimId(row.getLong("claim_id")),
        row.getString("control_number"),
        row.getString("payer_claim_control_number"),
        row.getLong("patient_id"),
        new ClaimVisits(new EncounterId(row.getLong("encounter_id")), ClaimSources.read(row)),
        row.getLong("payer_id"),
        row.getString("follows"),
        row.getBoolean("has_next_payer"),
        row.getBoolean("is_left_unbilled"),
        Money.of(row.getBigDecimal("total_charge").toPlainString()),
        row.getObject("served_from", LocalDate.class),
        row.getString("member_id"),
        row.getString("last_name"),
        row.getString("first_name"),
        json.readList(row.getString("lines"), PayableClaim.Line.class),
        capitated(row.getArray("capitated_lines")));
  }
}

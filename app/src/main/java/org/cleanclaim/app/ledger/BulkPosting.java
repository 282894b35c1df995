package org.cleanclaim.app.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes postings and their entries, each kind of row in one statement. A key that stands already
/// is passed over with its entries.
@Component
class BulkPosting {
  private final JdbcClient jdbc;
  private final Clock clock;

  BulkPosting(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param firstOpenDay what is dated before it counts for it; null when no day is closed
  /// @return how many postings were new
  int post(List<PostingDraft> drafts, @Nullable LocalDate firstOpenDay) {
    var added = addPostings(drafts, firstOpenDay);
    var columns = new EntryColumns();
    for (PostingDraft draft : drafts) {
      Long id = added.remove(draft.idempotencyKey());
      if (id == null) continue;
      int position = 0;
      LocalDate day = effectiveOn(draft, firstOpenDay);
      for (Entry entry : draft.entries()) columns.add(id, day, ++position, entry);
    }
    if (columns.size() > 0) addEntries(columns);
    return columns.postings();
  }

  private Map<String, Long> addPostings(
      List<PostingDraft> drafts, @Nullable LocalDate firstOpenDay) {
    int size = drafts.size();
    var kinds = new String[size];
    var reasons = new String[size];
    var sources = new String[size];
    var keys = new String[size];
    var reversed = new Long[size];
    var effective = new String[size];
    var documents = new @Nullable String[size];
    for (int i = 0; i < size; i++) {
      PostingDraft draft = drafts.get(i);
      kinds[i] = draft.kind();
      reasons[i] = draft.reason();
      sources[i] = draft.source();
      keys[i] = draft.idempotencyKey();
      reversed[i] = draft.reversesPostingId();
      LocalDate day = effectiveOn(draft, firstOpenDay);
      effective[i] = day.toString();
      if (!day.equals(draft.effectiveOn())) documents[i] = draft.effectiveOn().toString();
    }
    var added = new HashMap<String, Long>();
    jdbc.sql(
            """
            insert into posting (kind, reason, source, idempotency_key, reverses_posting_id, effective_on, document_on,
              posted_at, actor)
            select kind, reason, source, key, reverses, effective_on, document_on, :now, :actor
            from unnest(:kinds::text[], :reasons::text[], :sources::text[], :keys::text[], :reversed::bigint[],
              :effective::date[], :documents::date[])
              as d (kind, reason, source, key, reverses, effective_on, document_on)
            on conflict (organization_id, idempotency_key) do nothing
            returning posting_id, idempotency_key
            """)
        .param("kinds", kinds)
        .param("reasons", reasons)
        .param("sources", sources)
        .param("keys", keys)
        .param("reversed", reversed)
        .param("effective", effective)
        .param("documents", documents)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .query(row -> {
          added.put(row.getString("idempotency_key"), row.getLong("posting_id"));
        });
    return added;
  }

  /// The draft's day, or the first open one when that is closed.
  private static LocalDate effectiveOn(PostingDraft draft, @Nullable LocalDate firstOpenDay) {
    LocalDate day = draft.effectiveOn();
    return firstOpenDay != null && day.isBefore(firstOpenDay) ? firstOpenDay : day;
  }

  private void addEntries(EntryColumns columns) {
    jdbc.sql(
            """
            insert into entry (posting_id, position, account, amount, patient_id, encounter_id, claim_id, payer_id,
              line, memo, effective_on)
            select posting, position, account, cents::numeric / 100, patient, encounter, claim, payer, line, memo,
              date '1970-01-01' + day
            from unnest(:postings::bigint[], :positions::int[], :accounts::text[], :cents::bigint[],
              :patients::bigint[], :encounters::bigint[], :claims::bigint[], :payers::bigint[], :lines::int[],
              :memos::text[], :days::int[])
              as e (posting, position, account, cents, patient, encounter, claim, payer, line, memo, day)
            """)
        .param("postings", columns.postingIds.toArray(Long[]::new))
        .param("positions", columns.positions.toArray(Integer[]::new))
        .param("accounts", columns.accounts.toArray(String[]::new))
        .param("cents", columns.cents.toArray(Long[]::new))
        .param("patients", columns.patients.toArray(Long[]::new))
        .param("encounters", columns.encounters.toArray(Long[]::new))
        .param("claims", columns.claims.toArray(Long[]::new))
        .param("payers", columns.payers.toArray(Long[]::new))
        .param("lines", columns.lines.toArray(Integer[]::new))
        .param("memos", columns.memos.toArray(String[]::new))
        .param("days", columns.days.toArray(Integer[]::new))
        .update();
  }
}

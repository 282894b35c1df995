package org.cleanclaim.app.claim;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What becomes of claims: their rows change here, and their timelines say why.
@Component
class ClaimUpdates {
  /// A claim on its way to another state.
  ///
  /// @param fileId the file behind it; null when there is none
  /// @param nextStep what somebody does next; that of the state when nothing else is said
  record Move(
      ClaimId id,
      ClaimStatus status,
      String what,
      String why,
      @Nullable Long fileId,
      String nextStep) {
    Move(ClaimId id, ClaimStatus status, String what, String why, @Nullable Long fileId) {
      this(id, status, what, why, fileId, status.nextStep());
    }
  }

  /// A line of a claim's timeline.
  record Note(
      ClaimId id, String what, String why, @Nullable String nextStep, @Nullable Long fileId) {}

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final AuthorizationUses uses;
  private final Clock clock;

  ClaimUpdates(JdbcClient jdbc, JsonColumns json, AuthorizationUses uses, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.uses = uses;
    this.clock = clock;
  }

  /// Freezes another revision of a claim.
  ///
  /// @param draft the claim before payer rules changed it; null when they changed nothing
  void revise(
      BilledClaim claim,
      Claim snapshot,
      @Nullable Claim draft,
      long payerId,
      long coverageId,
      LocalDate fileBy) {
    jdbc.sql(
            """
            update claim
            set snapshot = :snapshot::jsonb, draft = :draft::jsonb, total_charge = :total, revision = revision + 1, status = 'DRAFT',
              served_from = coalesce(:from, served_from), served_through = coalesce(:through, served_through),
              payer_id = :payer, coverage_id = :coverage, file_by = :fileBy, version = version + 1
            where claim_id = :id
            """)
        .param("snapshot", json.write(snapshot))
        .param("draft", draft == null ? null : json.write(draft))
        .param("total", snapshot.totalCharge().toBigDecimal())
        .param("from", snapshot.servedFrom().orElse(null), Types.DATE)
        .param("through", snapshot.servedThrough().orElse(null), Types.DATE)
        .param("payer", payerId)
        .param("coverage", coverageId)
        .param("fileBy", fileBy)
        .param("id", claim.id().value())
        .update();
  }

  void move(ClaimId id, ClaimStatus status, String what, String why, @Nullable Long fileId) {
    move(List.of(new Move(id, status, what, why, fileId)));
  }

  /// Moves claims and writes why into their timelines. One that is voided or replaced gives back
  /// what it used of authorizations.
  void move(List<Move> moves) {
    if (moves.isEmpty()) return;
    jdbc.sql(
            """
            update claim c
            set status = m.status, version = c.version + 1,
              first_sent_at = case when m.status = 'SENT' then coalesce(c.first_sent_at, :now) else c.first_sent_at end,
              last_sent_at = case when m.status = 'SENT' then :now else c.last_sent_at end,
              adjudicated_at = case when m.status = 'ADJUDICATED' then coalesce(c.adjudicated_at, :now)
                else c.adjudicated_at end
            from unnest(:ids::bigint[], :statuses::text[]) as m (claim_id, status)
            where c.claim_id = m.claim_id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("ids", moves.stream().map(m -> m.id().value()).toArray(Long[]::new))
        .param("statuses", moves.stream().map(m -> m.status().name()).toArray(String[]::new))
        .update();
    for (Move move : moves) {
      if (move.status() == ClaimStatus.VOIDED || move.status() == ClaimStatus.REPLACED) {
        uses.reverse(
            move.id().value(), "The claim was " + move.status().title().toLowerCase(Locale.ROOT));
      }
    }
    note(
        moves.stream()
            .map(m -> new Note(m.id(), m.what(), m.why(), m.nextStep(), m.fileId()))
            .toList());
  }

  void note(ClaimId id, String what, String why, @Nullable String nextStep, @Nullable Long fileId) {
    note(List.of(new Note(id, what, why, nextStep, fileId)));
  }

  void note(List<Note> notes) {
    if (notes.isEmpty()) return;
    jdbc.sql(
            """
            insert into claim_event (claim_id, happened_at, actor, what, why, next_step, exchanged_file_id)
            select claim, :now, :actor, what, why, next, file
            from unnest(:ids::bigint[], :whats::text[], :whys::text[], :nexts::text[], :files::bigint[])
              with ordinality as e (claim, what, why, next, file, position)
            order by position
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("ids", notes.stream().map(n -> n.id().value()).toArray(Long[]::new))
        .param("whats", notes.stream().map(Note::what).toArray(String[]::new))
        .param("whys", notes.stream().map(Note::why).toArray(String[]::new))
        .param("nexts", notes.stream().map(Note::nextStep).toArray(String[]::new))
        .param("files", notes.stream().map(Note::fileId).toArray(Long[]::new))
        .update();
  }

  /// Keeps whether the final codes of its visits are others than it has.
  void codesChanged(ClaimId id, boolean isChanged) {
    keepChange("codes_changed_at", id, isChanged);
  }

  /// Keeps whether its charges say something else than its payer was told.
  void chargesChanged(ClaimId id, boolean isChanged) {
    keepChange("charges_changed_at", id, isChanged);
  }

  private void keepChange(String changedAt, ClaimId id, boolean isChanged) {
    jdbc.sql(
            """
            update claim set %1$s = case when :changed then :now::timestamptz end
            where claim_id = :id and (%1$s is not null or :changed)
            """
                .formatted(changedAt))
        .param("changed", isChanged)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .update();
  }

  void keepPayerNumber(ClaimId id, String payerClaimControlNumber) {
    jdbc.sql(
            "update claim set payer_claim_control_number = :number, version = version + 1 where"
                + " claim_id = :id")
        .param("number", payerClaimControlNumber)
        .param("id", id.value())
        .update();
  }

  /// Keeps that a claim comes after that of another payer.
  void follow(ClaimId id, BilledClaim.Following following) {
    jdbc.sql(
            """
            update claim
            set follows_claim_id = :earlier, owed = :owed, is_forwarded = :forwarded, is_taken_back = :takenBack,
              version = version + 1
            where claim_id = :id
            """)
        .param("earlier", following.earlier().value())
        .param("owed", following.owed().toBigDecimal())
        .param("forwarded", following.isForwarded())
        .param("takenBack", following.isTakenBack())
        .param("id", id.value())
        .update();
  }
}

package org.cleanclaim.app.denial;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.remittance.RefusedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes new cases, each kind of row in one statement.
@Component
class NewCases {
  /// A case about to be opened.
  ///
  /// @param proposed what the table proposes, or the first action that is allowed
  record NewCase(
      RefusedLine refused,
      Classification meaning,
      Action proposed,
      Map<Action, Guardrails.Standing> standings) {
    boolean allows(Action action) {
      var standing = standings.get(action);
      return standing != null && standing.isAllowed();
    }
  }

  /// A case that was opened.
  record Opened(long id, UUID publicId, NewCase draft) {}

  private record Key(long payment, @Nullable Integer line, String group, String reason) {
    static Key of(RefusedLine refused) {
      return new Key(
          refused.claimPaymentId(),
          refused.line(),
          refused.adjustment().group().name(),
          refused.adjustment().reason().value());
    }
  }

  private record Row(long id, UUID publicId) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  NewCases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Opens those that are not open already, and writes so into their timelines.
  List<Opened> insert(List<NewCase> drafts) {
    var rows = rows(drafts);
    var opened = new ArrayList<Opened>();
    for (NewCase draft : drafts) {
      var row = rows.getOrDefault(Key.of(draft.refused()), new ArrayDeque<>()).poll();
      if (row != null) opened.add(new Opened(row.id(), row.publicId(), draft));
    }
    tell(opened);
    return opened;
  }

  private Map<Key, Deque<Row>> rows(List<NewCase> drafts) {
    int size = drafts.size();
    var claims = new Long[size];
    var payments = new Long[size];
    var lines = new @Nullable Integer[size];
    var procedures = new String[size];
    var groups = new String[size];
    var reasons = new String[size];
    var remarks = new String[size];
    var cents = new Long[size];
    var causes = new String[size];
    var actions = new String[size];
    var days = new String[size];
    var roots = new String[size];
    var owners = new String[size];
    var preventable = new Boolean[size];
    var guidance = new String[size];
    for (int i = 0; i < size; i++) {
      var draft = drafts.get(i);
      var refused = draft.refused();
      var meaning = draft.meaning();
      claims[i] = refused.claimId();
      payments[i] = refused.claimPaymentId();
      lines[i] = refused.line();
      procedures[i] = refused.procedure();
      groups[i] = refused.adjustment().group().name();
      reasons[i] = refused.adjustment().reason().value();
      remarks[i] = String.join(" ", refused.remarks());
      cents[i] = refused.adjustment().amount().cents();
      causes[i] = meaning.cause();
      actions[i] = draft.proposed().name();
      days[i] = LegalClocks.DENIAL.due(refused.paidOn()).toString();
      roots[i] = meaning.root().name();
      owners[i] = meaning.owner();
      preventable[i] = meaning.isPreventable();
      guidance[i] = meaning.note();
    }
    var rows = new HashMap<Key, Deque<Row>>();
    jdbc.sql(
            """
            insert into denial_case (claim_id, claim_payment_id, line, procedure, adjustment_group, reason_code,
              remarks, amount, cause, proposed_action, status, act_by, opened_at, root_cause, owner, is_preventable,
              guidance, payer_id)
            select claim, payment, line, procedure, grp, reason, string_to_array(remarks, ' '), cents::numeric / 100,
              cause, action, 'NEW', act_by, :now, root, owner, preventable, guidance,
              (select payer_id from claim where claim_id = claim)
            from unnest(:claims::bigint[], :payments::bigint[], :lines::int[], :procedures::text[], :groups::text[],
              :reasons::text[], :remarks::text[], :cents::bigint[], :causes::text[], :actions::text[], :days::date[],
              :roots::text[], :owners::text[], :preventable::boolean[], :guidance::text[])
              with ordinality as d (claim, payment, line, procedure, grp, reason, remarks, cents, cause, action, act_by,
                root, owner, preventable, guidance, position)
            where procedure <> '' or not exists (
              select from denial_case known
              where known.claim_payment_id = payment and known.claim_id = claim and known.procedure = '' and known.adjustment_group = grp
                and known.reason_code = reason)
            order by position
            on conflict (claim_payment_id, claim_id, line, adjustment_group, reason_code) do nothing
            returning denial_case_id, public_id, claim_payment_id, line, adjustment_group, reason_code
            """)
        .param("claims", claims)
        .param("payments", payments)
        .param("lines", lines)
        .param("procedures", procedures)
        .param("groups", groups)
        .param("reasons", reasons)
        .param("remarks", remarks)
        .param("cents", cents)
        .param("causes", causes)
        .param("actions", actions)
        .param("days", days)
        .param("roots", roots)
        .param("owners", owners)
        .param("preventable", preventable)
        .param("guidance", guidance)
        .param("now", Timestamp.from(clock.instant()))
        .query(row -> {
          var key =
              new Key(
                  row.getLong("claim_payment_id"),
                  row.getObject("line", Integer.class),
                  row.getString("adjustment_group"),
                  row.getString("reason_code"));
          rows.computeIfAbsent(key, k -> new ArrayDeque<>())
              .add(new Row(row.getLong("denial_case_id"), row.getObject("public_id", UUID.class)));
        });
    return rows;
  }

  private void tell(List<Opened> opened) {
    if (opened.isEmpty()) return;
    jdbc.sql(
            """
            insert into denial_event (denial_case_id, happened_at, actor, what, why)
            select id, :now, :actor, 'Opened', why
            from unnest(:ids::bigint[], :whys::text[]) with ordinality as e (id, why, position)
            order by position
            """)
        .param("ids", opened.stream().map(Opened::id).toArray(Long[]::new))
        .param("whys", opened.stream().map(NewCases::why).toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .update();
  }

  private static String why(Opened opened) {
    var refused = opened.draft().refused();
    var adjustment = refused.adjustment();
    return "%s-%s on %s: %s"
        .formatted(
            adjustment.group().name(),
            adjustment.reason().value(),
            refused.place(),
            opened.draft().meaning().note());
  }

  /// Of subjects `claim CC000123` those whose claims have a case that was withdrawn.
  List<String> withdrawnBefore(List<String> subjects) {
    return jdbc.sql(
            """
            select s.subject
            from unnest(:subjects::text[]) s (subject)
            join claim c on 'claim ' || c.control_number = s.subject
            where exists (select from denial_case d where d.claim_id = c.claim_id and d.withdrawn_from is not null)
            order by s.subject
            """)
        .param("subjects", subjects.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// Sets the last days to act, by case.
  void actBy(Map<Long, LocalDate> days) {
    if (days.isEmpty()) return;
    var ids = days.keySet().toArray(Long[]::new);
    var dates = new String[ids.length];
    for (int i = 0; i < ids.length; i++) dates[i] = String.valueOf(days.get(ids[i]));
    jdbc.sql(
            """
            update denial_case c set act_by = d.day
            from unnest(:ids::bigint[], :days::date[]) as d (id, day)
            where c.denial_case_id = d.id
            """)
        .param("ids", ids)
        .param("days", dates)
        .update();
  }
}

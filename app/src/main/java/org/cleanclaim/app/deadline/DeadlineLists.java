package org.cleanclaim.app.deadline;

import java.sql.Types;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.storage.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists of clocks.
@Component
@Transactional(readOnly = true)
public class DeadlineLists {
  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  DeadlineLists(JdbcClient jdbc, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
  }

  /// The first clocks of a filter, in its order.
  public List<Clock> list(DeadlineFilter filter, int limit) {
    return fitting(filter).param("rows", limit).param("skipped", 0).query(ClockRows::row).list();
  }

  /// Hands over all clocks of a filter, in its order.
  public void each(DeadlineFilter filter, Consumer<Clock> to) {
    ListPage.each(fitting(filter), ClockRows::row, to);
  }

  /// A page of the clocks of a filter, in its order.
  public ListPage<Clock> page(DeadlineFilter filter, int page) {
    return ListPage.of(fitting(filter), ClockRows::row, page);
  }

  private JdbcClient.StatementSpec fitting(DeadlineFilter filter) {
    return jdbc.sql(
            ClockRows.SELECT
                + """
                where c.deadline_clock_id in (
                  select c.deadline_clock_id
                  from deadline_clock c
                  left join payer y on y.payer_id = c.payer_id
                  where c.state in (%1$s)
                    and (:kind::text is null or c.kind = :kind)
                    and (:owner::text is null or c.owner = :owner)
                    and (:owned::text[] is null or c.owner = any (:owned))
                    and (:payer::text is null or y.slug = :payer)
                    and (:words::text is null or strpos(lower(c.subject || ' ' || c.title), lower(:words)) > 0
                      or exists (select from claim m
                        where m.claim_id = c.claim_id and strpos(lower(m.control_number), lower(:words)) > 0))
                    and c.due_on >= coalesce(:from::date, '-infinity') and c.due_on <= coalesce(:through::date, 'infinity')
                  order by %2$s
                  limit :rows offset :skipped)
                order by %2$s
                """
                    .formatted(filter.span().states(), filter.order().columns()))
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("owner", filter.owner())
        .param("owned", Acting.actor().ownersUnless(Permission.SEE_CLAIM), Types.ARRAY)
        .param("payer", filter.payer())
        .param("words", filter.words())
        .param("from", filter.span().from(deadlines.today()), Types.DATE)
        .param("through", filter.span().through(deadlines.today()), Types.DATE);
  }

  /// The owners of running clocks.
  public List<String> owners() {
    return jdbc.sql(
            "select distinct owner from deadline_clock where state in ('RUNNING', 'SUSPENDED')"
                + " order by owner")
        .query(String.class)
        .list();
  }
}

package org.cleanclaim.app.denial;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many cases there are, and how much is left of them, by cause and by payer: one query.
@Component
@Transactional(readOnly = true)
public class DenialTallies {
  /// Cases of a group: of a cause or of a payer.
  ///
  /// @param amount what is still to be got, given up or billed
  public record Tally(String name, int cases, Money amount) {}

  /// Each group, the one with the most money first.
  public record Tallies(List<Tally> byCause, List<Tally> byPayer) {
    public Tallies {
      byCause = List.copyOf(byCause);
      byPayer = List.copyOf(byPayer);
    }
  }

  private final JdbcClient jdbc;

  DenialTallies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param state as [DenialFilter] names it
  public Tallies of(String state) {
    var byCause = new ArrayList<Tally>();
    var byPayer = new ArrayList<Tally>();
    jdbc.sql(
            """
            select s.cause, p.name as payer, sum(s.cases) as cases, sum(s.amount) as amount
            from (
              select d.cause, d.payer_id, count(*) as cases, sum(d.amount - d.recovered) as amount
              from denial_case d
              where %s and (:owned::text[] is null or d.owner = any (:owned))
              group by d.cause, d.payer_id) s
            join payer p using (payer_id)
            group by grouping sets ((s.cause), (p.name))
            order by amount desc, 1, 2
            """
                .formatted(DenialFilter.condition(state)))
        .param("state", state)
        .param("owned", Acting.actor().ownersUnless(Permission.SEE_CLAIM), Types.ARRAY)
        .query(row -> {
          String cause = row.getString("cause");
          var amount = Money.of(row.getBigDecimal("amount").toPlainString());
          (cause == null ? byPayer : byCause)
              .add(
                  new Tally(
                      cause == null ? row.getString("payer") : cause, row.getInt("cases"), amount));
        });
    return new Tallies(byCause, byPayer);
  }
}

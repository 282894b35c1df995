package org.cleanclaim.app.underpayment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.underpayment.Underpayment.State;
import org.cleanclaim.app.underpayment.Underpayment.Step;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The work list of underpayments.
@Component
@Transactional(readOnly = true)
public class UnderpaymentLists {

  /// Which states are shown.
  public enum Shown {
    /// What waits for somebody: open and disputed.
    WAITING,
    OPEN,
    DISPUTED,
    RECOVERED,
    WRITTEN_OFF,
    ACCEPTED,
    SUPERSEDED,
    ALL
  }

  /// By what the list is sorted.
  public enum Order {
    AMOUNT("the largest amount first", "u.expected - u.allowed desc, u.underpayment_id"),
    PAYER("by payer", "y.name, u.expected - u.allowed desc, u.underpayment_id"),
    TERM("by term", "u.term, u.expected - u.allowed desc, u.underpayment_id"),
    PAID("the oldest payment first", "u.paid_on, u.underpayment_id");

    private final String title;
    private final String sql;

    Order(String title, String sql) {
      this.title = title;
      this.sql = sql;
    }

    public String title() {
      return title;
    }
  }

  /// @param payer slug, null for all
  /// @param reason part of the term's name or of what the payer took off, null for all
  public record Filter(Shown shown, @Nullable String payer, @Nullable String reason, Order order) {}

  /// How much is shown.
  public record Totals(int count, Money amount, Money recovered) {}

  private static final String SELECT =
      """
      select u.public_id, c.public_id as claim_public_id, c.control_number,
        p.last_name || ', ' || p.first_name as patient, y.name as payer, y.slug,
        r.public_id as remittance_public_id, r.trace, u.line, u.procedure, u.served_on, u.paid_on, u.charged,
        u.expected, u.allowed, u.recovered, u.contract, u.term, u.steps, u.adjustments, u.state
      from underpayment u
      join claim c using (claim_id)
      join patient p using (patient_id)
      join payer y on y.payer_id = u.payer_id
      join remittance r on r.remittance_id = u.remittance_id
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;

  UnderpaymentLists(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Hands over all underpayments of a filter, in its order.
  public void each(Filter filter, Consumer<Underpayment> to) {
    ListPage.each(fitting(filter), this::underpayment, to);
  }

  /// A page of the underpayments of a filter, in its order.
  public ListPage<Underpayment> page(Filter filter, int page) {
    return ListPage.of(fitting(filter), this::underpayment, page);
  }

  private JdbcClient.StatementSpec fitting(Filter filter) {
    String reason = filter.reason();
    return jdbc.sql(
            SELECT
                + """
                where u.underpayment_id in (
                  select u.underpayment_id
                  from underpayment u
                  join payer y on y.payer_id = u.payer_id
                  where u.state in (%1$s)
                    and (:payer::text is null or y.slug = :payer)
                    and (:reason::text is null or lower(u.term) like :reason
                      or lower(array_to_string(u.adjustments, ' ')) like :reason)
                  order by %2$s
                  limit :rows offset :skipped)
                order by %2$s
                """
                    .formatted(states(filter.shown()), filter.order().sql))
        .param("payer", filter.payer())
        .param("reason", reason == null ? null : likePart(reason));
  }

  public static Totals totals(List<Underpayment> listed) {
    return new Totals(
        listed.size(),
        Money.sum(listed.stream().map(Underpayment::amount).toList()),
        Money.sum(listed.stream().map(Underpayment::recovered).toList()));
  }

  public Optional<Underpayment> find(UUID id) {
    return jdbc.sql(SELECT + "where u.public_id = :id")
        .param("id", id)
        .query(this::underpayment)
        .optional();
  }

  /// What was done about one, in order.
  public List<Step> steps(UUID id) {
    return jdbc.sql(
            """
            select s.state, s.note, s.recovered, s.done_by, s.done_at
            from underpayment_step s
            join underpayment u using (underpayment_id)
            where u.public_id = :id
            order by s.position
            """)
        .param("id", id)
        .query((row, n) ->
            new Step(
                State.valueOf(row.getString("state")),
                row.getString("note"),
                money(row, "recovered"),
                row.getString("done_by"),
                row.getTimestamp("done_at").toInstant()))
        .list();
  }

  /// Written out, so that those that wait are found by their index.
  private static String states(Shown shown) {
    return switch (shown) {
      case WAITING -> "'OPEN', 'DISPUTED'";
      case ALL ->
          Arrays.stream(State.values())
              .map(state -> "'" + state.name() + "'")
              .collect(Collectors.joining(", "));
      case OPEN, DISPUTED, RECOVERED, WRITTEN_OFF, ACCEPTED, SUPERSEDED -> "'" + shown.name() + "'";
    };
  }

  private Underpayment underpayment(ResultSet row, int n) throws SQLException {
    return new Underpayment(
        row.getObject("public_id", UUID.class),
        row.getObject("claim_public_id", UUID.class),
        row.getString("control_number"),
        row.getString("patient"),
        row.getString("payer"),
        row.getString("slug"),
        row.getObject("remittance_public_id", UUID.class),
        row.getString("trace"),
        row.getObject("line", Integer.class),
        row.getString("procedure"),
        row.getObject("served_on", LocalDate.class),
        row.getObject("paid_on", LocalDate.class),
        money(row, "charged"),
        money(row, "expected"),
        money(row, "allowed"),
        money(row, "recovered"),
        row.getString("contract"),
        row.getString("term"),
        json.readList(row.getString("steps"), PriceStep.class),
        List.of((String[]) row.getArray("adjustments").getArray()),
        State.valueOf(row.getString("state")));
  }

  private static String likePart(String text) {
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%";
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}

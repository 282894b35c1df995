package org.cleanclaim.app.storage;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One page of a long list.
///
/// @param number counted from 1
public record ListPage<T>(List<T> rows, int number, boolean hasNext) {
  public static final int ROWS = 500;
  private static final int LAST = 100_000;
  private static final int READ_AT_ONCE = 1_000;

  public ListPage {
    rows = List.copyOf(rows);
  }

  /// What a statement has to hold that [#of] asks for a page.
  public static final String PART = " limit :rows offset :skipped";

  /// Asks a statement with [#PART] for a page; a number that is none gives the first.
  public static <T> ListPage<T> of(
      JdbcClient.StatementSpec statement, RowMapper<T> mapper, int number) {
    int asked = Math.clamp(number, 1, LAST);
    var found =
        statement.param("rows", ROWS + 1).param("skipped", (asked - 1) * ROWS).query(mapper).list();
    boolean hasNext = found.size() > ROWS;
    return new ListPage<>(hasNext ? found.subList(0, ROWS) : found, asked, hasNext);
  }

  /// Hands over all rows of a statement with [#PART] as they are read, so that many take no more
  /// memory than few. It needs a transaction.
  public static <T> void each(
      JdbcClient.StatementSpec statement, RowMapper<T> mapper, Consumer<? super T> to) {
    statement
        .param("rows", null, Types.BIGINT)
        .param("skipped", 0)
        .withFetchSize(READ_AT_ONCE)
        .query(row -> {
          to.accept(mapper.mapRow(row, row.getRow()));
        });
  }

  /// A list that is one page.
  public static <T> ListPage<T> single(List<T> rows) {
    return new ListPage<>(rows, 1, false);
  }

  /// The rows of the page that fit; the pages stay as they are.
  public ListPage<T> only(Predicate<? super T> fit) {
    return new ListPage<>(rows.stream().filter(fit).toList(), number, hasNext);
  }

  /// The same page with each row in another form.
  public <R> ListPage<R> map(Function<? super T, ? extends R> form) {
    return new ListPage<>(rows.stream().<R>map(form).toList(), number, hasNext);
  }

  /// All rows of a list, read page by page.
  public static <T> List<T> whole(IntFunction<ListPage<T>> list) {
    var rows = new ArrayList<T>();
    for (int number = 1; ; number++) {
      var page = list.apply(number);
      rows.addAll(page.rows());
      if (!page.hasNext()) return rows;
    }
  }
}

package org.cleanclaim.app.encounter;

import org.cleanclaim.app.exchange.FileExchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Our numbers of visits: `V000123`. Each is drawn once; those with which visits came from
/// elsewhere are passed over.
@Component
class VisitNumbers {
  private static final String COUNTER = "visit";

  /// So many numbers in a row are looked through for one that is free before the next is tried.
  private static final int LOOKED_THROUGH = 100_000;

  private final JdbcClient jdbc;
  private final FileExchange files;

  VisitNumbers(JdbcClient jdbc, FileExchange files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  String next() {
    return number(files.nextNumber(COUNTER));
  }

  /// The next one when the one that was drawn is taken.
  ///
  /// @param taken as it was drawn
  String nextAfter(String taken) {
    return number(files.nextNumber(COUNTER, free(Long.parseLong(taken.substring(1)) + 1)));
  }

  private long free(long from) {
    return jdbc.sql(
            """
            select coalesce(min(n), :from + :count)
            from (
              select n
              from generate_series(cast(:from as bigint), :from + :count - 1) n
              where not exists (
                select from encounter
                where visit_number = 'V' || case when n < 1000000 then lpad(n::text, 6, '0') else n::text end)
              order by n
              limit 1) free
            """)
        .param("from", from)
        .param("count", LOOKED_THROUGH)
        .query(Long.class)
        .single();
  }

  private static String number(long number) {
    return "V%06d".formatted(number);
  }
}

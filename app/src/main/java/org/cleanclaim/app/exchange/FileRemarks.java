package org.cleanclaim.app.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What receivers' systems found wrong in files of ours that they took all the same.
@Component
@Transactional
public class FileRemarks {
  /// A column of queries: what was said of a file, null when nothing was.
  public static final String COLUMN =
      "(select string_agg(m.remark, ' ' order by m.file_remark_id) from file_remark m where"
          + " m.exchanged_file_id = %s) as remarks";

  private final JdbcClient jdbc;

  FileRemarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps what an acknowledgment says of a sent file, once.
  ///
  /// @param saidIn the file that says it
  public void keep(long sentFile, String remark, long saidIn) {
    jdbc.sql(
            """
            insert into file_remark (exchanged_file_id, said_in, remark)
            values (:sent, :saidIn, :remark)
            on conflict do nothing
            """)
        .param("sent", sentFile)
        .param("saidIn", saidIn)
        .param("remark", remark)
        .update();
  }
}

package org.cleanclaim.app.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The visits of days as the front desk looks at them: who came to whom, and what is missing.
@Component
@Transactional(readOnly = true)
public class VisitList {
  /// A visit.
  ///
  /// @param documents how many it has
  /// @param chart where its coding stands; null while nothing is documented
  public record Row(
      UUID id,
      String visitNumber,
      LocalDate servedOn,
      UUID patientId,
      String accountNumber,
      String patient,
      String provider,
      String setting,
      int documents,
      @Nullable String chart) {
    @Override
    public String toString() {
      return "Row[" + visitNumber + "]";
    }
  }

  /// Which visits.
  ///
  /// @param text of patient, account, visit number or provider; empty for all
  /// @param isUndocumented whether only those without a document
  public record Filter(LocalDate from, LocalDate through, String text, boolean isUndocumented) {}

  private final JdbcClient jdbc;

  VisitList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of the visits that fit, the latest first.
  public ListPage<Row> of(Filter filter, int page) {
    return ListPage.of(
        jdbc.sql(
                """
                select e.public_id, e.visit_number, e.served_on, p.public_id as patient_id, p.account_number,
                  p.last_name || ', ' || p.first_name as patient, concat_ws(', ', e.provider_name, e.provider_first_name)
                    as provider,
                  e.setting, c.status,
                  (select count(*)::int from document d where d.encounter_id = e.encounter_id) as documents
                from encounter e
                join patient p using (patient_id)
                left join chart c using (encounter_id)
                where e.served_on between :from and :through
                  and (:text = '' or strpos(lower(concat_ws(' ', e.visit_number, p.account_number, p.last_name, p.first_name,
                    e.provider_name)), :text) > 0)
                  and (not :undocumented or not exists (select from document d where d.encounter_id = e.encounter_id))
                order by e.served_on desc, e.encounter_id desc
                """
                    + ListPage.PART)
            .param("from", filter.from())
            .param("through", filter.through())
            .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
            .param("undocumented", filter.isUndocumented()),
        VisitList::row,
        page);
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("public_id", UUID.class),
        row.getString("visit_number"),
        row.getObject("served_on", LocalDate.class),
        row.getObject("patient_id", UUID.class),
        row.getString("account_number"),
        row.getString("patient"),
        row.getString("provider"),
        row.getString("setting"),
        row.getInt("documents"),
        row.getString("status"));
  }
}

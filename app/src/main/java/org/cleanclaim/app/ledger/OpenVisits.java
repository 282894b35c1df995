package org.cleanclaim.app.ledger;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a patient owes, visit by visit: what is given up of it belongs to visits too, or they would
/// go on being asked for.
@Component
class OpenVisits {
  /// A part of an amount.
  ///
  /// @param patientId the record of the person that the visit is of
  /// @param encounterId null for what is owed without a visit
  record Part(long patientId, @Nullable Long encounterId, Money amount) {}

  private final JdbcClient jdbc;

  OpenVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An amount, no more than is owed, over the visits that owe it, the oldest debt first.
  List<Part> parts(long patientId, Money amount) {
    var parts = new ArrayList<Part>();
    Money left = amount;
    for (Part open : open(patientId)) {
      Money part = open.amount().min(left);
      if (part.isPositive()) parts.add(new Part(open.patientId(), open.encounterId(), part));
      left = left.minus(part);
    }
    return parts;
  }

  private List<Part> open(long patientId) {
    return jdbc.sql(
            """
            select e.patient_id, coalesce(e.encounter_id, c.encounter_id) as visit, sum(e.amount) as owed
            from entry e
            join posting p using (posting_id)
            left join claim c using (claim_id)
            where e.account = 'PATIENT_RECEIVABLE' and e.patient_id = any (array(select same_person(:patient)))
            group by 1, 2
            having sum(e.amount) > 0
            order by min(p.effective_on), visit
            """)
        .param("patient", patientId)
        .query((row, n) ->
            new Part(
                row.getLong("patient_id"),
                row.getObject("visit", Long.class),
                Money.of(row.getBigDecimal("owed").toPlainString())))
        .list();
  }
}

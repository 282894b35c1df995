package org.cleanclaim.app.chart;

import java.util.Optional;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.StaffRefusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whom the rules of a chart's queue let work it, and that nobody else has it meanwhile.
@Component
@Transactional
class ChartWorkers {
  private final Encounters encounters;
  private final QueueRules queueRules;
  private final ChartLocks locks;

  ChartWorkers(Encounters encounters, QueueRules queueRules, ChartLocks locks) {
    this.encounters = encounters;
    this.queueRules = queueRules;
    this.locks = locks;
  }

  /// Why the actor may not work the chart, by the rules of its queue; empty when nothing stands
  /// against it.
  @Transactional(readOnly = true)
  Optional<String> refusal(Encounter encounter) {
    return queueRules.refusal(encounter.setting(), encounter.specialty(), encounter.visitNumber());
  }

  /// @throws StaffRefusal when the rules of its queue keep the actor out
  void requireQueue(EncounterId encounterId) {
    refusal(encounters.get(encounterId))
        .ifPresent(sentence -> {
          throw new StaffRefusal(sentence);
        });
  }

  /// Takes the chart.
  ///
  /// @throws StaffRefusal when the rules of its queue keep the actor out
  /// @throws ChartLocked when somebody else has it
  void require(EncounterId encounterId, long chartId) {
    requireQueue(encounterId);
    locks.require(chartId);
  }
}

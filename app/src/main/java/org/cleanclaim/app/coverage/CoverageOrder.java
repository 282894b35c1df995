package org.cleanclaim.app.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.RegistrationChanged;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// In which order a patient's policies pay, as somebody at the desk decided.
@Component
@Transactional
public class CoverageOrder {
  private static final List<PayerSequence> PLACES = List.of(PayerSequence.values());

  private final JdbcClient jdbc;
  private final Coverages coverages;
  private final Payers payers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CoverageOrder(
      JdbcClient jdbc,
      Coverages coverages,
      Payers payers,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.coverages = coverages;
    this.payers = payers;
    this.audit = audit;
    this.events = events;
  }

  /// Sets in which order policies pay, the first first. Claims that were billed keep theirs.
  ///
  /// @param order two or three policies of the patient
  /// @param medicareSecond why Medicare pays second; null where it is first, or for what is on file
  public void set(
      PatientId patient,
      List<Long> order,
      @Nullable MedicareSecondReason medicareSecond,
      String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var own = new HashMap<Long, Coverage>();
    coverages.inOrder(coverages.ofPatient(patient)).forEach(c -> own.put(c.id(), c));
    boolean isOwn =
        own.keySet().containsAll(order) && order.stream().distinct().count() == order.size();
    if (!isOwn || order.isEmpty() || order.size() > PLACES.size()) {
      throw new CoverageRefusal(
          "The order names one to three coverages of the patient, each once; one that pays for an"
              + " injury alone has no place in it.");
    }
    if (reason.strip().length() < 5) {
      throw new CoverageRefusal("Say in five characters or more why they pay in this order.");
    }
    var placed = new ArrayList<Coverage>();
    var reasons = new ArrayList<@Nullable String>();
    for (int i = 0; i < order.size(); i++) {
      placed.add(Objects.requireNonNull(own.get(order.get(i))).at(PLACES.get(i)));
      var second = i == 0 ? null : medicareSecond(placed.get(i), medicareSecond);
      reasons.add(second == null ? null : second.code());
    }
    TakenPlaces.refuse(placed, own.values());
    jdbc.sql(
            """
            update coverage c set sequence = p.sequence, medicare_second = p.reason, version = c.version + 1
            from unnest(:ids::bigint[], :places::text[], :reasons::text[]) as p (id, sequence, reason)
            where c.coverage_id = p.id
            """)
        .param("ids", order.toArray(Long[]::new))
        .param("reasons", reasons.toArray(String[]::new))
        .param("places", placed.stream().map(c -> c.sequence().name()).toArray(String[]::new))
        .update();
    audit.record("set the order", "coverage", order, patient.value(), reason.strip());
    events.publishEvent(new RegistrationChanged(Acting.actor().organizationId(), patient.value()));
  }

  // Of a policy that does not pay first.
  private @Nullable MedicareSecondReason medicareSecond(
      Coverage coverage, @Nullable MedicareSecondReason chosen) {
    if (!payers.get(coverage.payerId()).filing().isMedicare()) return null;
    var reason = chosen == null ? coverage.medicareSecond() : chosen;
    if (reason == null) {
      throw new CoverageRefusal(
          "Medicare does not pay first in this order. Choose why, or put %s first."
              .formatted(coverage.planName()));
    }
    return reason;
  }
}

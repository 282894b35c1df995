package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects one claim payment (loop 2100) with its services (2110).
final class ClaimPaymentAssembly {
  private final Segment clp;
  private final ParticularsCollector particulars;
  private final Values values;
  private final List<ParticipantBuilder> parties = new ArrayList<>(2);
  private final List<Contact> contacts = new ArrayList<>(0);
  private @Nullable LocalDate from;
  private @Nullable LocalDate through;
  private @Nullable LocalDate receivedOn;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<ServicePayment> services = new ArrayList<>();
  private @Nullable Segment keptService;
  private @Nullable Service service;

  ClaimPaymentAssembly(Segment clp, Values values) {
    this.clp = clp;
    this.values = values;
    this.particulars = new ParticularsCollector(values);
  }

  void take(Segment segment) {
    if (segment.is("SVC")) {
      finishService();
      keptService = segment.keepIn(keptService);
      service = new Service(keptService);
    } else if (service != null) {
      service.take(segment);
    } else {
      ofClaim(segment);
    }
  }

  private void ofClaim(Segment segment) {
    switch (segment.id()) {
      case "CAS" -> adjustments.addAll(Adjustments.read(segment, values));
      case "NM1" -> parties.add(new ParticipantBuilder(segment, values));
      case "PER" -> contacts.add(Parties.contact(segment));
      case "MIA" -> Outcomes.inpatient(segment, particulars, remarks);
      case "MOA" -> Outcomes.outpatient(segment, particulars, remarks);
      case "DTM" -> {
        switch (segment.element(1)) {
          case "232" -> from = values.date(segment, 2);
          case "233" -> through = values.date(segment, 2);
          case "050" -> receivedOn = values.date(segment, 2);
          default -> particulars.take(segment);
        }
      }
      default -> particulars.take(segment);
    }
  }

  private void finishService() {
    if (service != null) services.add(service.build());
    service = null;
  }

  ClaimPayment build() {
    finishService();
    return new ClaimPayment(
        clp.element(1),
        clp.element(2),
        values.money(clp, 3),
        values.money(clp, 4),
        values.money(clp, 5),
        Values.orNull(clp.element(6)),
        Values.orNull(clp.element(7)),
        Values.orNull(clp.element(8)),
        Values.orNull(clp.element(9)),
        Values.orNull(clp.element(11)),
        quantity(12),
        quantity(13),
        parties.stream().map(ParticipantBuilder::build).toList(),
        contacts,
        from,
        through,
        receivedOn,
        adjustments,
        remarks,
        services,
        particulars.build());
  }

  private @Nullable BigDecimal quantity(int element) {
    return clp.isEmpty(element) ? null : values.quantity(clp, element, BigDecimal.ZERO);
  }

  /// One service of the claim.
  private final class Service {
    private final Segment svc;
    private @Nullable LocalDate servedFrom;
    private @Nullable LocalDate servedThrough;
    private @Nullable String controlNumber;
    private @Nullable Money allowed;
    private final List<Adjustment> serviceAdjustments = new ArrayList<>();
    private final List<String> serviceRemarks = new ArrayList<>(0);
    private final ParticularsCollector serviceParticulars = new ParticularsCollector(values);

    Service(Segment svc) {
      this.svc = svc;
    }

    void take(Segment segment) {
      switch (segment.id()) {
        case "DTM" -> {
          switch (segment.element(1)) {
            case "472", "150" -> servedFrom = values.date(segment, 2);
            case "151" -> servedThrough = values.date(segment, 2);
            default -> serviceParticulars.take(segment);
          }
        }
        case "CAS" -> serviceAdjustments.addAll(Adjustments.read(segment, values));
        case "REF" -> {
          if (segment.elementIs(1, "6R")) {
            controlNumber = Values.orNull(segment.element(2));
          } else {
            serviceParticulars.reference(segment);
          }
        }
        case "AMT" -> {
          if (segment.elementIs(1, "B6")) {
            allowed = values.money(segment, 2);
          } else {
            serviceParticulars.take(segment);
          }
        }
        case "LQ" -> serviceRemarks.add(segment.element(2));
        default -> serviceParticulars.take(segment);
      }
    }

    ServicePayment build() {
      BigDecimal submitted =
          svc.element(7).isEmpty() ? null : values.quantity(svc, 7, BigDecimal.ONE);
      return new ServicePayment(
          svc.component(1, 1),
          svc.component(1, 2),
          values.modifiers(svc, 1),
          Values.orNull(svc.element(4)),
          Values.orNull(svc.component(6, 2)),
          values.money(svc, 2),
          values.money(svc, 3),
          values.quantity(svc, 5, BigDecimal.ONE),
          submitted,
          servedFrom,
          servedThrough == null ? servedFrom : servedThrough,
          controlNumber,
          allowed,
          serviceAdjustments,
          serviceRemarks,
          serviceParticulars.build());
    }
  }
}

package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.DentalService;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects one service line (loop 2400 and below) of any of the three claim types.
final class ServiceLineAssembly {
  private final Segment lx;
  private final ParticularsCollector particulars;
  private final Values values;
  private final ClaimRoom room;
  private @Nullable Segment service;
  private @Nullable LocalDate from;
  private @Nullable LocalDate through;
  private @Nullable String controlNumber;
  private @Nullable String authorization;
  private @Nullable String note;
  private @Nullable String ndc;
  private @Nullable BigDecimal drugQuantity;
  private @Nullable String drugUnit;
  private List<Parties.ProviderBuilder> providers = List.of();
  private @Nullable Segment svd;
  private List<Adjustment> adjustments = List.of();
  private @Nullable LocalDate adjudicatedOn;
  private @Nullable Money patientOwes;
  private List<DentalService.Tooth> teeth = List.of();
  private List<LineAdjudication> priors = List.of();

  ServiceLineAssembly(Segment lx, ClaimRoom room, Values values) {
    this.room = room;
    this.lx = room.line(lx);
    this.values = values;
    this.particulars = new ParticularsCollector(values);
  }

  /// SV1, SV2 or SV3; empty when none came.
  String serviceSegment() {
    return service == null ? "" : service.id();
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "SV1", "SV2", "SV3" -> service = room.service(segment);
      case "DTP" -> date(segment);
      case "REF" -> reference(segment);
      case "NTE" -> {
        if (note == null && segment.elementIs(1, "ADD")) {
          note = Values.orNull(segment.element(2));
        } else {
          particulars.take(segment);
        }
      }
      case "AMT" -> {
        if (svd != null && segment.elementIs(1, "EAF")) {
          patientOwes = values.money(segment, 2);
        } else {
          particulars.take(segment);
        }
      }
      case "TOO" ->
          teeth =
              Seldom.with(
                  teeth,
                  new DentalService.Tooth(segment.element(2), nonEmpty(segment.components(3))));
      case "LIN" -> ndc = Values.orNull(segment.element(3));
      case "CTP" -> {
        drugQuantity = values.quantity(segment, 4, BigDecimal.ONE);
        drugUnit = Values.orNull(segment.component(5, 1));
      }
      case "NM1" ->
          ProviderRole.ofCode(segment.element(1))
              .ifPresent(role ->
                  providers =
                      Seldom.with(providers, new Parties.ProviderBuilder(role, segment, values)));
      case "SVD" -> {
        finishPrior();
        svd = segment.keep();
      }
      case "CAS" -> {
        for (Adjustment read : Adjustments.read(segment, values)) {
          adjustments = Seldom.with(adjustments, read);
        }
      }
      default -> {
        if (!providers.isEmpty() && Parties.isDetail(segment)) {
          providers.getLast().take(segment);
        } else {
          particulars.take(segment);
        }
      }
    }
  }

  private void date(Segment dtp) {
    if (dtp.elementIs(1, "472")) {
      from = values.from(dtp, 3);
      through = dtp.length(3) == 8 ? from : values.through(dtp, 3);
    } else if (svd != null && dtp.elementIs(1, "573")) {
      adjudicatedOn = values.from(dtp, 3);
    } else {
      particulars.take(dtp);
    }
  }

  private static List<String> nonEmpty(List<String> texts) {
    return texts.stream().filter(t -> !t.isEmpty()).toList();
  }

  private void reference(Segment ref) {
    if (!providers.isEmpty()) {
      providers.getLast().take(ref);
    } else if (ref.elementIs(1, "6R")) {
      controlNumber = Values.orNull(ref.element(2));
    } else if (ref.elementIs(1, "G1") && authorization == null) {
      authorization = Values.orNull(ref.element(2));
    } else {
      particulars.reference(ref);
    }
  }

  private void finishPrior() {
    if (svd == null) return;
    var prior =
        new LineAdjudication(
            values.payerId(svd, 1),
            values.money(svd, 2),
            values.procedure(svd.component(3, 2)),
            values.modifiers(svd, 3),
            Values.orNull(svd.element(4)),
            values.quantity(svd, 5, BigDecimal.ONE),
            adjustments,
            adjudicatedOn,
            patientOwes);
    priors = Seldom.with(priors, prior);
    adjustments = List.of();
    adjudicatedOn = null;
    patientOwes = null;
    svd = null;
  }

  Optional<ServiceLine> build() {
    finishPrior();
    if (service == null) {
      values
          .faults()
          .add(
              Check.CLAIM_SERVICE,
              lx,
              "The service line has no SV1, SV2 or SV3 segment.",
              "Ask the sender to complete the line.");
      return Optional.empty();
    }
    boolean isInstitutional = service.is("SV2");
    int composite = isInstitutional ? 2 : 1;
    int chargeAt = isInstitutional ? 3 : 2;
    if (from == null && !isInstitutional) {
      values
          .faults()
          .add(
              Check.CLAIM_LINE_DATE,
              lx,
              "The service line has no date of service.",
              "Add DTP 472 to the line.");
    }
    LocalDate day = from == null ? LocalDate.EPOCH : from;
    return Optional.of(
        new ServiceLine(
            values.integer(lx, 1, 0),
            controlNumber,
            values.procedure(service.component(composite, 2)),
            values.modifiers(service, composite),
            isInstitutional ? Values.orNull(service.element(1)) : null,
            values.money(service, chargeAt),
            service.is("SV3")
                ? values.quantity(service, 6, BigDecimal.ONE)
                : values.quantity(service, chargeAt + 2, BigDecimal.ONE),
            service.is("SV3") || service.element(chargeAt + 1).isEmpty()
                ? "UN"
                : service.element(chargeAt + 1),
            isInstitutional ? List.of() : pointers(service, service.is("SV1") ? 7 : 11),
            isInstitutional ? null : place(service),
            day,
            through == null ? day : through,
            ndc == null ? null : new Drug(ndc, drugQuantity, drugUnit),
            authorization,
            note,
            Parties.build(providers),
            priors,
            dental(service),
            particulars.build(),
            marks(service)));
  }

  private static LineMarks marks(Segment service) {
    if (!service.is("SV1")) return LineMarks.NONE;
    boolean hasMarks = service.elementCount() > 8 || service.componentCount(1) > 6;
    return hasMarks
        ? new LineMarks(
            Values.orNull(service.component(1, 7)),
            Values.orNull(service.element(9)),
            Values.orNull(service.element(11)),
            Values.orNull(service.element(12)),
            Values.orNull(service.element(15)))
        : LineMarks.NONE;
  }

  private @Nullable PlaceOfService place(Segment service) {
    int element = service.is("SV1") ? 5 : 3;
    return service.isEmpty(element) ? null : values.place(service.element(element));
  }

  private @Nullable DentalService dental(Segment sv3) {
    if (!sv3.is("SV3")) return null;
    return new DentalService(nonEmpty(sv3.components(4)), Values.orNull(sv3.element(5)), teeth);
  }

  /// One or two digits each; what is no number is passed over.
  private static List<Integer> pointers(Segment service, int element) {
    if (service.isEmpty(element)) return List.of();
    byte[] bytes = service.bytes();
    int end = service.elementEnd(element);
    byte separator = (byte) service.separators().component();
    List<Integer> pointers = List.of();
    int from = service.elementStart(element);
    for (int i = from; i <= end; i++) {
      if (i < end && bytes[i] != separator) continue;
      int number = number(bytes, from, i);
      if (number >= 0) pointers = with(pointers, number);
      from = i + 1;
    }
    return pointers;
  }

  private static int number(byte[] bytes, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && bytes[from] == ' ') from++;
    while (to > from && bytes[to - 1] == ' ') to--;
    if (from == to || to - from > 2) return -1;
    int number = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return -1;
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  private static List<Integer> with(List<Integer> pointers, int more) {
    return switch (pointers.size()) {
      case 0 -> List.of(more);
      case 1 -> List.of(pointers.getFirst(), more);
      case 2 -> List.of(pointers.get(0), pointers.get(1), more);
      default -> {
        var longer = new ArrayList<>(pointers);
        longer.add(more);
        yield longer;
      }
    };
  }
}

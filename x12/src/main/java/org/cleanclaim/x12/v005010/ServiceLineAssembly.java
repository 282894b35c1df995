package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects one service line (loop 2400 and below) of any of the three claim types.
final class ServiceLineAssembly {
  private final Segment lx;
  private final Faults faults;
  private final Values values;
  private @Nullable Segment service;
  private @Nullable LocalDate from;
  private @Nullable LocalDate through;
  private @Nullable String controlNumber;
  private @Nullable String authorization;
  private @Nullable String note;
  private @Nullable String ndc;
  private @Nullable BigDecimal drugQuantity;
  private @Nullable String drugUnit;
  private final List<Parties.ProviderBuilder> providers = new ArrayList<>();
  private @Nullable Segment svd;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private @Nullable LocalDate adjudicatedOn;
  private final List<LineAdjudication> priors = new ArrayList<>();

  ServiceLineAssembly(Segment lx, Faults faults) {
    this.lx = lx;
    this.faults = faults;
    this.values = new Values(faults);
  }

  void take(Segment segment) {
    switch (segment.id()) {
      case "SV1", "SV2", "SV3" -> service = segment.keep();
      case "DTP" -> {
        if (segment.element(1).equals("472")) {
          from = values.from(segment, 3);
          through = values.through(segment, 3);
        } else if (segment.element(1).equals("573")) {
          adjudicatedOn = values.from(segment, 3);
        }
      }
      case "REF" -> reference(segment);
      case "NTE" -> {
        if (note == null) note = Values.orNull(segment.element(2));
      }
      case "LIN" -> ndc = Values.orNull(segment.element(3));
      case "CTP" -> {
        drugQuantity = values.quantity(segment, 4, BigDecimal.ONE);
        drugUnit = Values.orNull(segment.component(5, 1));
      }
      case "NM1" ->
          providerRole(segment.element(1))
              .ifPresent(role -> providers.add(new Parties.ProviderBuilder(role, segment)));
      case "SVD" -> {
        finishPrior();
        svd = segment.keep();
      }
      case "CAS" -> adjustments.addAll(Adjustments.read(segment, values, faults));
      default -> {
        if (!providers.isEmpty()) providers.getLast().take(segment);
      }
    }
  }

  private void reference(Segment ref) {
    if (!providers.isEmpty()) {
      providers.getLast().take(ref);
    } else if (ref.element(1).equals("6R")) {
      controlNumber = Values.orNull(ref.element(2));
    } else if (ref.element(1).equals("G1")) {
      authorization = Values.orNull(ref.element(2));
    }
  }

  private static Optional<ProviderRole> providerRole(String code) {
    for (ProviderRole role : ProviderRole.values()) {
      if (role.code().equals(code)) return Optional.of(role);
    }
    return Optional.empty();
  }

  private void finishPrior() {
    if (svd == null) return;
    priors.add(
        new LineAdjudication(
            PayerId.parse(svd.element(1)).orElse(new PayerId("??")),
            values.money(svd, 2),
            ProcedureCode.parse(svd.component(3, 2)).orElse(null),
            modifiers(svd, 3),
            values.quantity(svd, 5, BigDecimal.ONE),
            adjustments,
            adjudicatedOn));
    adjustments.clear();
    adjudicatedOn = null;
    svd = null;
  }

  Optional<ServiceLine> build() {
    finishPrior();
    if (service == null) {
      faults.add(
          Check.CLAIM_SERVICE,
          lx,
          "The service line has no SV1, SV2 or SV3 segment.",
          "Ask the sender to complete the line.");
      return Optional.empty();
    }
    boolean isInstitutional = service.is("SV2");
    int composite = isInstitutional ? 2 : 1;
    int chargeAt = isInstitutional ? 3 : 2;
    var procedure = ProcedureCode.parse(service.component(composite, 2));
    if (from == null && !isInstitutional) {
      faults.add(
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
            procedure.orElse(null),
            modifiers(service, composite),
            isInstitutional ? Values.orNull(service.element(1)) : null,
            values.money(service, chargeAt),
            service.is("SV3")
                ? values.quantity(service, 6, BigDecimal.ONE)
                : values.quantity(service, chargeAt + 2, BigDecimal.ONE),
            service.is("SV3") || service.element(chargeAt + 1).isEmpty()
                ? "UN"
                : service.element(chargeAt + 1),
            service.is("SV1") ? pointers(service) : List.of(),
            service.is("SV1") ? PlaceOfService.parse(service.element(5)).orElse(null) : null,
            day,
            through == null ? day : through,
            ndc == null ? null : new Drug(ndc, drugQuantity, drugUnit),
            authorization,
            note,
            providers.stream().map(Parties.ProviderBuilder::build).toList(),
            priors));
  }

  private static List<Modifier> modifiers(Segment segment, int composite) {
    var modifiers = new ArrayList<Modifier>();
    for (int component = 3; component <= 6; component++) {
      Modifier.parse(segment.component(composite, component)).ifPresent(modifiers::add);
    }
    return modifiers;
  }

  private static List<Integer> pointers(Segment sv1) {
    return sv1.components(7).stream()
        .filter(p -> p.strip().matches("\\d{1,2}"))
        .map(p -> Integer.valueOf(p.strip()))
        .toList();
  }
}

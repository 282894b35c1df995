package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which authorization a new claim goes out under: the only one that fits, or none.
@Component
@Transactional(readOnly = true)
public class AuthorizationChoice {

  /// A service to be billed.
  public record Billed(ProcedureCode procedure, LocalDate servedOn, BigDecimal units) {}

  private final Authorizations authorizations;
  private final AuthorizationNeeds needs;

  AuthorizationChoice(Authorizations authorizations, AuthorizationNeeds needs) {
    this.authorizations = authorizations;
    this.needs = needs;
  }

  /// The number of the only authorization of a kind that covers codes, days and units of all
  /// services that need one or that one names. Empty when no service does, when none fits, and when
  /// several do: then a person chooses.
  ///
  /// @param claimId the claim that is made anew, whose own use does not count; null for a new one
  public Optional<String> number(
      AuthorizationKind kind,
      PatientId patient,
      Payer payer,
      @Nullable PlaceOfService place,
      List<Billed> services,
      @Nullable Long claimId) {
    var given =
        authorizations.given(patient, payer.id(), claimId).stream()
            .filter(one -> one.entry().kind() == kind)
            .toList();
    if (given.isEmpty()) return Optional.empty();
    Set<ProcedureCode> needed =
        kind == AuthorizationKind.REFERRAL
            ? Set.of()
            : needs.of(
                payer,
                place,
                services.stream()
                    .map(s -> new AuthorizationNeeds.Service(s.procedure(), s.servedOn()))
                    .toList());
    var concerned =
        services.stream()
            .filter(s ->
                needed.contains(s.procedure())
                    || given.stream().anyMatch(one -> one.entry().names(s.procedure())))
            .toList();
    if (concerned.isEmpty()) return Optional.empty();
    var fitting =
        given.stream()
            .filter(one -> one.entry().number() != null)
            .collect(Collectors.groupingBy(one -> String.valueOf(one.entry().number())))
            .entrySet()
            .stream()
            .filter(number -> fit(number.getValue(), concerned))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst().getKey()) : Optional.empty();
  }

  /// Whether what a payer gave under one number leaves room for all services: each draws on the one
  /// that is about it.
  private static boolean fit(List<Authorization> sameNumber, List<Billed> services) {
    var drawn = new HashMap<Long, BigDecimal>();
    for (Billed service : services) {
      var one = sameNumber.stream().filter(a -> isFor(a, service, drawn)).findFirst();
      if (one.isEmpty()) return false;
      drawn.merge(one.get().id(), service.units(), BigDecimal::add);
    }
    return true;
  }

  private static boolean isFor(
      Authorization one, Billed service, Map<Long, BigDecimal> alreadyDrawn) {
    if (!one.entry().covers(service.procedure()) || !one.entry().covers(service.servedOn())) {
      return false;
    }
    BigDecimal left = one.unitsLeft();
    BigDecimal drawn = alreadyDrawn.getOrDefault(one.id(), BigDecimal.ZERO);
    return left == null || drawn.add(service.units()).compareTo(left) <= 0;
  }
}

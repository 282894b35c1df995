package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    var fitting = given.stream().filter(one -> fits(one, concerned)).toList();
    return fitting.size() == 1
        ? Optional.ofNullable(fitting.getFirst().entry().number())
        : Optional.empty();
  }

  private static boolean fits(Authorization one, List<Billed> services) {
    BigDecimal units = BigDecimal.ZERO;
    for (Billed service : services) {
      if (!one.entry().covers(service.procedure()) || !one.entry().covers(service.servedOn())) {
        return false;
      }
      units = units.add(service.units());
    }
    BigDecimal left = one.unitsLeft();
    return left == null || units.compareTo(left) <= 0;
  }
}

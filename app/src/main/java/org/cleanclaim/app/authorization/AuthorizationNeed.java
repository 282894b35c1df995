package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payer is asked to allow.
///
/// @param services at least one
/// @param diagnoses ICD-10-CM codes, the reason first; 12 at most
/// @param place where it will be done
/// @param urgency null when it is not urgent
public record AuthorizationNeed(
    AuthorizationKind kind,
    List<Service> services,
    LocalDate from,
    LocalDate through,
    List<String> diagnoses,
    @Nullable PlaceOfService place,
    @Nullable Urgency urgency,
    @Nullable String note) {

  /// A service with how often.
  public record Service(ProcedureCode procedure, BigDecimal units) {}

  /// How soon the payer has to decide (UM06).
  public enum Urgency {
    EMERGENCY("03"),
    URGENT("U"),
    ELECTIVE("E");

    private final String code;

    Urgency(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public AuthorizationNeed {
    services = List.copyOf(services);
    diagnoses = List.copyOf(diagnoses);
    if (services.isEmpty()) throw new AuthorizationRefusal("Name at least one service.");
    if (diagnoses.size() > 12)
      throw new AuthorizationRefusal("A request names 12 diagnoses at most.");
    if (through.isBefore(from)) {
      throw new AuthorizationRefusal("The last day lies before the first.");
    }
    if (services.stream().anyMatch(s -> s.units().signum() <= 0)) {
      throw new AuthorizationRefusal("Units are a number above zero.");
    }
  }

  /// All units that are asked for.
  public BigDecimal units() {
    return services.stream().map(Service::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

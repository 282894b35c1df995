package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What the practice knows of an authorization.
///
/// @param number the payer's; null until it has given one
/// @param services codes that it names; empty when it names none and so covers all
/// @param unitsApproved null when the payer counts none
/// @param validFrom first day of service
/// @param validThrough last day of service; null when the payer names none
/// @param contact whom one spoke to, reference of the call
public record AuthorizationEntry(
    AuthorizationKind kind,
    AuthorizationStatus status,
    @Nullable String number,
    AuthorizationSource source,
    List<ServiceRange> services,
    @Nullable BigDecimal unitsApproved,
    LocalDate validFrom,
    @Nullable LocalDate validThrough,
    @Nullable String contact,
    @Nullable String note) {
  public AuthorizationEntry {
    services = List.copyOf(services);
  }

  /// The same with another status.
  AuthorizationEntry with(AuthorizationStatus other) {
    return new AuthorizationEntry(
        kind,
        other,
        number,
        source,
        services,
        unitsApproved,
        validFrom,
        validThrough,
        contact,
        note);
  }

  /// Whether it names a code; one that names none names nothing.
  public boolean names(ProcedureCode code) {
    return services.stream().anyMatch(range -> range.contains(code));
  }

  /// Whether a code is covered.
  public boolean covers(ProcedureCode code) {
    return services.isEmpty() || names(code);
  }

  /// Whether a service of another is covered too; one that names no service is about all.
  boolean isAboutSomeOf(AuthorizationEntry other) {
    return services.isEmpty()
        || other.services.isEmpty()
        || services.stream().anyMatch(one -> other.services.stream().anyMatch(one::overlaps));
  }

  /// Whether another is the same leave of the payer: under its number, for some of the services and
  /// days. A payer may give one number for several services, each with its own days and units.
  boolean isSameLeave(AuthorizationEntry other) {
    return kind == other.kind
        && number != null
        && number.equals(other.number)
        && isAboutSomeOf(other)
        && (validThrough == null || !other.validFrom.isAfter(validThrough))
        && (other.validThrough == null || !validFrom.isAfter(other.validThrough));
  }

  /// Whether a day of service is covered.
  public boolean covers(LocalDate day) {
    return !day.isBefore(validFrom) && (validThrough == null || !day.isAfter(validThrough));
  }
}

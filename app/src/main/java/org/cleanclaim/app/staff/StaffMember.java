package org.cleanclaim.app.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person of the organization.
///
/// @param position the job in words, as the published pay figures name it where they do
/// @param state USPS code of the state the person works in
/// @param hoursPerWeek hours paid for in a week
/// @param employedUntil first day no longer employed, null while employed
/// @param userName whom the person signs in as, null for somebody who does not
/// @param managerId the named manager, who alone beside an administrator sees the pay
public record StaffMember(
    long id,
    UUID publicId,
    String name,
    String position,
    @Nullable String state,
    BigDecimal hoursPerWeek,
    LocalDate employedFrom,
    @Nullable LocalDate employedUntil,
    @Nullable String userName,
    @Nullable Long managerId) {

  /// Whether the person signs in under the name.
  public boolean isUser(String name) {
    return name.equals(userName);
  }

  public boolean isEmployedOn(LocalDate day) {
    return !day.isBefore(employedFrom) && (employedUntil == null || day.isBefore(employedUntil));
  }
}

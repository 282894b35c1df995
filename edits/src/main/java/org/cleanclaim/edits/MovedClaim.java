package org.cleanclaim.edits;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// A claim with all its days moved by the same number, days of birth too: everybody is as old as
/// before, and what lay a week apart lies a week apart. So tables that begin next month can be
/// tried on the claims of last year.
final class MovedClaim {
  private MovedClaim() {}

  /// The claim as if it had been served from a day on; as it is when it was served then or later.
  static Claim servedFrom(Claim claim, LocalDate first) {
    return (Claim) moved(claim, daysTo(claim, first));
  }

  /// How many days a claim is moved.
  static long daysTo(Claim claim, LocalDate first) {
    return claim
        .servedFrom()
        .filter(day -> day.isBefore(first))
        .map(day -> ChronoUnit.DAYS.between(day, first))
        .orElse(0L);
  }

  private static Object moved(Object value, long days) {
    if (days == 0) return value;
    return switch (value) {
      case LocalDate day -> day.plusDays(days);
      case List<?> list -> list.stream().map(each -> moved(each, days)).toList();
      case Record part -> movedParts(part, days);
      default -> value;
    };
  }

  private static Record movedParts(Record part, long days) {
    RecordComponent[] components = part.getClass().getRecordComponents();
    var values = new @Nullable Object[components.length];
    boolean isMoved = false;
    try {
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(part);
        values[i] = value == null ? null : moved(value, days);
        isMoved |= value != null && !value.equals(values[i]);
      }
      return isMoved ? constructor(part, components).newInstance(values) : part;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of a claim cannot be copied", e);
    }
  }

  private static Constructor<? extends Record> constructor(
      Record part, RecordComponent[] components) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return part.getClass().getDeclaredConstructor(types);
  }
}

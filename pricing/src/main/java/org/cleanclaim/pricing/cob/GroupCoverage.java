package org.cleanclaim.pricing.cob;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/// One of several coverages of a patient, with what decides the order in which they pay.
///
/// @param since the person has been covered by the plan without a break
/// @param birthday of the subscriber; null if not known
/// @param custody null unless the patient is a child
public record GroupCoverage(
    String plan,
    Coordination coordination,
    Standing standing,
    Employment employment,
    LocalDate since,
    @Nullable MonthDay birthday,
    @Nullable Custody custody) {

  /// Whether the plan coordinates at all.
  public enum Coordination {
    COORDINATES,
    /// The plan has no provision for it, and so pays first.
    HAS_NO_PROVISION
  }

  /// How the patient is covered.
  public enum Standing {
    SUBSCRIBER,
    DEPENDENT
  }

  /// Why the subscriber is covered.
  public enum Employment {
    ACTIVE,
    RETIRED_OR_LAID_OFF,
    /// Continued under COBRA or a state's law.
    CONTINUATION
  }

  /// How the subscriber stands to the child.
  public enum Custody {
    /// A court has named this parent as responsible for the child's care.
    COURT_ORDERED,
    /// Parents who live together, or who have joint custody without a further order.
    PARENT,
    CUSTODIAL_PARENT,
    SPOUSE_OF_CUSTODIAL_PARENT,
    OTHER_PARENT,
    SPOUSE_OF_OTHER_PARENT
  }
}

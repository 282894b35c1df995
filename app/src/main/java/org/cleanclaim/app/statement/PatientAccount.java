package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.statement.Statement.Ageing;
import org.jspecify.annotations.Nullable;

/// Everything about the bills of a household: what is owed and why, what has happened, what comes
/// next.
///
/// @param why it stands where it stands
/// @param nextAction what somebody has to do, or what happens by itself
/// @param nextOn by when; null when something has to happen first
/// @param obstacles what forbids a hand-over to an agency
public record PatientAccount(
    Standing standing,
    AccountState state,
    String why,
    String nextAction,
    @Nullable LocalDate nextOn,
    BillingWishes.Wish wish,
    Ageing ageing,
    List<Statement> statements,
    List<Receipt> payments,
    List<PaymentPlan> plans,
    List<Disputes.Dispute> disputes,
    List<Assistance.Application> applications,
    List<Refund> refunds,
    List<Collections.Placement> placements,
    List<String> obstacles,
    List<Happening> timeline) {
  /// One line of what has happened.
  public record Happening(LocalDate on, String what, String detail) {}

  public PatientAccount {
    statements = List.copyOf(statements);
    payments = List.copyOf(payments);
    plans = List.copyOf(plans);
    disputes = List.copyOf(disputes);
    applications = List.copyOf(applications);
    refunds = List.copyOf(refunds);
    placements = List.copyOf(placements);
    obstacles = List.copyOf(obstacles);
    timeline = List.copyOf(timeline);
  }
}

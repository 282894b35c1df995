package org.cleanclaim.edits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Whether services that need the payer's leave have it: a number, of an authorization that covers
/// code and day and has units left.
final class AuthorizationRules implements EditRule {
  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (context.authorizationRequired().isEmpty() && context.authorizations().isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    var used = new HashMap<KnownAuthorization, BigDecimal>();
    for (ServiceLine line : claim.lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure == null) continue;
      boolean isRequired = context.authorizationRequired().contains(procedure);
      boolean hasOwn = line.authorizationNumber() != null;
      String number = hasOwn ? line.authorizationNumber() : claim.authorizationNumber();
      if (number == null) {
        if (isRequired) findings.add(missing(line, procedure, context.authorizations()));
        continue;
      }
      if (context.authorizations().isEmpty()) continue;
      KnownAuthorization known = known(number, line, procedure, context.authorizations());
      if (known == null) {
        if (isRequired || hasOwn) findings.add(unknown(line));
      } else if (isRequired || hasOwn || known.covers(procedure)) {
        against(known, line, procedure, used, findings);
      }
    }
    return findings;
  }

  /// What the payer gave under a number. It may be several things, each service with its own days
  /// and units; the one that is about the line counts.
  private static @Nullable KnownAuthorization known(
      String number, ServiceLine line, ProcedureCode procedure, List<KnownAuthorization> all) {
    return all.stream()
        .filter(one -> one.number().equals(number))
        .max(
            Comparator.<KnownAuthorization, Boolean>comparing(one -> one.covers(procedure))
                .thenComparing(one -> one.covers(line.servedFrom(), line.servedThrough())))
        .orElse(null);
  }

  private static void against(
      KnownAuthorization known,
      ServiceLine line,
      ProcedureCode procedure,
      Map<KnownAuthorization, BigDecimal> used,
      List<Finding> findings) {
    if (!known.covers(procedure)) {
      findings.add(
          Rule.AUTHORIZATION_CODES.onLine(
              line.number(),
              "Authorization",
              "The authorization does not name " + procedure + ".",
              "Ask the payer to add the code, or enter the authorization that names it."));
      return;
    }
    if (!known.covers(line.servedFrom(), line.servedThrough())) {
      findings.add(
          Rule.AUTHORIZATION_DATES.onLine(
              line.number(),
              "Authorization",
              "The authorization does not cover " + line.servedFrom() + ".",
              "Ask the payer to extend it, or enter the authorization of that day."));
    }
    BigDecimal left = known.unitsLeft();
    if (left == null) return;
    BigDecimal before = used.getOrDefault(known, BigDecimal.ZERO);
    BigDecimal after = before.add(line.unitsBilled());
    used.put(known, after);
    if (after.compareTo(left) > 0 && before.compareTo(left) <= 0) {
      findings.add(
          Rule.AUTHORIZATION_UNITS.onLine(
              line.number(),
              "Authorization",
              "The authorization has %s units left, the claim uses more."
                  .formatted(left.toPlainString()),
              "Ask the payer for more units, or correct the units."));
    }
  }

  private static Finding missing(
      ServiceLine line, ProcedureCode procedure, List<KnownAuthorization> all) {
    var fitting = new ArrayList<String>();
    var usedUp = new ArrayList<String>();
    for (KnownAuthorization one : all) {
      boolean fits = one.covers(procedure) && one.covers(line.servedFrom(), line.servedThrough());
      if (fits) (one.isUsedUp() ? usedUp : fitting).add(one.number());
    }
    if (fitting.size() > 1) {
      return Rule.AUTHORIZATION_CHOICE.onLine(
          line.number(),
          "Authorization",
          "%d authorizations on file cover %s on that day, the claim names none."
              .formatted(fitting.size(), procedure),
          "Enter the one that was meant: " + String.join(", ", fitting) + ".");
    }
    return Rule.AUTHORIZATION.onLine(
        line.number(),
        "Authorization",
        "The payer pays " + procedure + " with an authorization only.",
        remedy(fitting, usedUp));
  }

  private static String remedy(List<String> fitting, List<String> usedUp) {
    if (!fitting.isEmpty()) {
      return "Enter the authorization number of the visit; on file is " + fitting.getFirst() + ".";
    }
    return usedUp.isEmpty()
        ? "Enter the authorization number of the visit."
        : "Ask the payer for more units or a new authorization, then enter its number; all units of %s are used."
            .formatted(String.join(", ", usedUp));
  }

  private static Finding unknown(ServiceLine line) {
    return Rule.AUTHORIZATION_UNKNOWN.onLine(
        line.number(),
        "Authorization",
        "The authorization number is none that is on file for the patient.",
        "Compare it with the payer's letter, or record the authorization.");
  }
}

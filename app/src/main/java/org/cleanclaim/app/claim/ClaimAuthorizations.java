package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationChoice;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationNeeds;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.AuthorizationsChanged;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.edits.KnownAuthorization;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Claims and the payers' authorizations: which one a claim goes out under, what the rules have to
/// know of them, and what the claim uses.
@Component
class ClaimAuthorizations {

  /// The payer's numbers on a claim.
  ///
  /// @param authorization REF G1
  /// @param referral REF 9F
  record Numbers(@Nullable String authorization, @Nullable String referral) {}

  private final Authorizations authorizations;
  private final AuthorizationNeeds needs;
  private final AuthorizationChoice choice;
  private final AuthorizationUses uses;
  private final ClaimRecords records;
  private final ClaimUpdates updates;

  ClaimAuthorizations(
      Authorizations authorizations,
      AuthorizationNeeds needs,
      AuthorizationChoice choice,
      AuthorizationUses uses,
      ClaimRecords records,
      ClaimUpdates updates) {
    this.authorizations = authorizations;
    this.needs = needs;
    this.choice = choice;
    this.uses = uses;
    this.records = records;
    this.updates = updates;
  }

  /// The numbers that the visit was registered with, else those of the only ones that fit. Where a
  /// hospital's services go on after the registered one has ended, that of the only one that fits
  /// them.
  ///
  /// @param lines of one visit, or of several that agree in it
  /// @param made the claim that is made anew; null for a new one
  Numbers numbers(List<BillableLine> lines, Payer payer, @Nullable ClaimId made) {
    var visit = lines.getFirst().visit();
    String registered = visit.authorizationNumber();
    var chosen = chosen(lines, payer, made);
    boolean isOver = registered != null && hasEnded(registered, lines, payer);
    String referral = visit.referralNumber();
    return new Numbers(
        registered == null || (isOver && chosen.authorization() != null)
            ? chosen.authorization()
            : registered,
        referral == null ? chosen.referral() : referral);
  }

  private boolean hasEnded(String registered, List<BillableLine> lines, Payer payer) {
    var visit = lines.getFirst().visit();
    var later = lines.stream().filter(l -> l.servedOn().isAfter(visit.servedOn())).toList();
    return later.size() == lines.size()
        && authorizations.given(visit.patientId(), payer.id(), null).stream()
            .filter(one -> registered.equals(one.entry().number()))
            .anyMatch(one -> later.stream().noneMatch(l -> one.entry().covers(l.servedOn())));
  }

  /// The only authorization and referral of the payer that fit; what the visit was registered with
  /// is the first payer's.
  Numbers chosen(List<BillableLine> lines, Payer payer, @Nullable ClaimId made) {
    var visit = lines.getFirst().visit();
    var billed = new ArrayList<AuthorizationChoice.Billed>();
    for (BillableLine line : lines) {
      var procedure = line.procedure();
      if (procedure == null) continue;
      billed.add(new AuthorizationChoice.Billed(procedure, line.servedOn(), line.units()));
    }
    Long claimId = made == null ? null : made.value();
    return new Numbers(
        chosen(AuthorizationKind.PRIOR_AUTHORIZATION, visit, payer, billed, claimId),
        chosen(AuthorizationKind.REFERRAL, visit, payer, billed, claimId));
  }

  private @Nullable String chosen(
      AuthorizationKind kind,
      Encounter encounter,
      Payer payer,
      List<AuthorizationChoice.Billed> billed,
      @Nullable Long claimId) {
    return choice
        .number(kind, encounter.patientId(), payer, encounter.placeOfService(), billed, claimId)
        .orElse(null);
  }

  /// Writes into the timeline what was put on a claim by itself.
  void tell(ClaimId id, Encounter encounter, Claim draft) {
    var attached = new ArrayList<String>();
    if (draft.authorizationNumber() != null
        && !draft.authorizationNumber().equals(encounter.authorizationNumber())) {
      attached.add("authorization " + draft.authorizationNumber());
    }
    if (draft.referralNumber() != null
        && !draft.referralNumber().equals(encounter.referralNumber())) {
      attached.add("referral " + draft.referralNumber());
    }
    if (attached.isEmpty()) return;
    updates.note(
        id,
        "Attached",
        String.join(", ", attached) + ": the only one on file that fits",
        null,
        null);
  }

  /// The codes of a claim that need the payer's leave.
  Set<ProcedureCode> needed(Payer payer, Claim claim) {
    var services =
        claim.lines().stream()
            .filter(line -> line.procedure() != null)
            .map(line ->
                new AuthorizationNeeds.Service(
                    Objects.requireNonNull(line.procedure()), line.servedFrom()))
            .toList();
    return needs.of(payer, claim.placeOfService(), services);
  }

  /// What the payer gave, with the units that other claims leave.
  List<KnownAuthorization> known(BilledClaim claim, Claim snapshot) {
    return authorizations.given(claim.patientId(), claim.payerId(), claim.id().value()).stream()
        .filter(one -> one.entry().kind() == AuthorizationKind.PRIOR_AUTHORIZATION)
        .map(one -> known(one, snapshot))
        .toList();
  }

  private static KnownAuthorization known(Authorization one, Claim claim) {
    var entry = one.entry();
    var codes = new HashSet<ProcedureCode>();
    entry.services().forEach(range -> codes.add(new ProcedureCode(range.first())));
    for (ServiceLine line : claim.lines()) {
      ProcedureCode procedure = line.procedure();
      if (procedure != null && entry.names(procedure)) codes.add(procedure);
    }
    return new KnownAuthorization(
        Objects.requireNonNull(entry.number()),
        codes,
        entry.validFrom(),
        entry.validThrough(),
        one.unitsLeft());
  }

  /// Keeps what claims use as they stand now.
  void keep(List<BilledClaim> claims) {
    uses.keep(
        claims.stream()
            .map(c ->
                new AuthorizationUses.User(
                    c.id().value(), c.patientId(), c.payerId(), c.snapshot()))
            .toList());
  }

  /// What was recorded late counts the claims that went out under its number before.
  @EventListener
  void recount(AuthorizationsChanged changed) {
    for (BilledClaim claim : records.ofPatient(changed.patientId())) {
      boolean stands =
          claim.status() != ClaimStatus.VOIDED && claim.status() != ClaimStatus.REPLACED;
      if (claim.payerId() == changed.payerId() && stands) keep(List.of(claim));
    }
  }
}

package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Corrected and void claims: each a new frozen claim that begins as a copy of the one it corrects,
/// is changed and scrubbed like any claim, and takes its place once the payer has taken it.
@Component
@Transactional
public class ClaimCorrections {
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final NewClaims newClaims;
  private final CorrectionRecords chain;
  private final Claims claims;
  private final AuthorizationUses uses;
  private final ClaimNumbers numbers;
  private final CorrectionLimits limits;
  private final ClaimClocks clocks;
  private final Coverages coverages;
  private final Payers payers;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final List<ReplacementGate> gates;

  ClaimCorrections(
      ClaimRecords records,
      ClaimUpdates updates,
      NewClaims newClaims,
      CorrectionRecords chain,
      Claims claims,
      AuthorizationUses uses,
      ClaimNumbers numbers,
      CorrectionLimits limits,
      ClaimClocks clocks,
      Coverages coverages,
      Payers payers,
      Ledger ledger,
      AuditTrail audit,
      ApplicationEventPublisher events,
      List<ReplacementGate> gates) {
    this.records = records;
    this.updates = updates;
    this.newClaims = newClaims;
    this.chain = chain;
    this.claims = claims;
    this.uses = uses;
    this.numbers = numbers;
    this.limits = limits;
    this.clocks = clocks;
    this.coverages = coverages;
    this.payers = payers;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.gates = List.copyOf(gates);
  }

  /// How a claim that a payer has can be put right, the usual way first.
  @Transactional(readOnly = true)
  public List<Correction> ways(BilledClaim claim) {
    var ways = new ArrayList<>(List.of(Correction.values()));
    if (notReplaced(claim).isPresent()) ways.remove(Correction.REPLACEMENT);
    ways.sort(Comparator.comparing(way -> way != standIn(claim)));
    return ways;
  }

  /// What stands in the place of a claim whose content has to be another: its replacement, or a new
  /// claim where there is nothing to replace.
  @Transactional(readOnly = true)
  public Correction standIn(BilledClaim claim) {
    return notReplaced(claim).isPresent() ? Correction.RESUBMISSION : Correction.REPLACEMENT;
  }

  /// What brings a claim up to what it was made of: it is made anew while no payer has it, later
  /// another stands in its place; or why that has to wait.
  ///
  /// @param to what has changed since, such as "the charges of its visit"
  @Transactional(readOnly = true)
  public String broughtUp(BilledClaim claim, String to) {
    String bring = "Bring it up to " + to;
    if (claim.status().isChangeable()) return bring + ": make it anew";
    var refusal = refusal(claim);
    if (refusal.isPresent()) return bring + " as soon as it can be corrected. " + refusal.get();
    return bring
        + (standIn(claim) == Correction.REPLACEMENT
            ? ": make its replacement (7)"
            : ": make a new claim");
  }

  /// Why a claim is not replaced though it can be corrected; empty when it may be.
  @Transactional(readOnly = true)
  public Optional<String> notReplaced(BilledClaim claim) {
    return gates.stream().flatMap(gate -> gate.refuses(claim.id()).stream()).findFirst();
  }

  /// Makes a claim that corrects another.
  ///
  /// @param typedNumber the payer's number of the earlier claim, blank to take the one on record
  /// @throws CorrectionRefusal when it cannot be done
  public BilledClaim correct(UUID earlierId, Correction how, String typedNumber, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var earlier = records.lock(earlierId).orElseThrow();
    if (reason.strip().length() < 5) {
      throw new CorrectionRefusal("Say what is corrected, in at least five characters.");
    }
    refusal(earlier)
        .ifPresent(why -> {
          throw new CorrectionRefusal(why);
        });
    if (how == Correction.REPLACEMENT) {
      notReplaced(earlier)
          .ifPresent(why -> {
            throw new CorrectionRefusal(why);
          });
    }
    var to = new Addressee(earlier.payerId(), earlier.coverageId(), limits.of(earlier));
    var id = make(earlier, how, typedNumber.strip(), to, reason.strip());
    var following = earlier.following();
    if (following != null && how != Correction.VOID) {
      events.publishEvent(new FollowerCorrected(following.earlier()));
    }
    var made = claims.get(id);
    return made.status() == ClaimStatus.DRAFT ? claims.scrub(id) : made;
  }

  /// Makes a new claim, for the policy that pays first on the day as it is registered now, in the
  /// place of a claim that its payer has refused as a whole.
  ///
  /// @throws CorrectionRefusal when it cannot be done
  public BilledClaim toFirstPayer(UUID refusedId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var refused = records.lock(refusedId).orElseThrow();
    refusal(refused)
        .ifPresent(why -> {
          throw new CorrectionRefusal(why);
        });
    if (refused.following() != null) {
      throw new CorrectionRefusal(
          "Claim %s goes to a next payer: the payer before it has decided already."
              .formatted(refused.controlNumber()));
    }
    var coverage =
        coverages
            .primary(refused.patientId(), refused.servedFrom())
            .filter(first -> first.payerId() != refused.payerId())
            .orElseThrow(() ->
                new CorrectionRefusal(
                    "No other payer is registered as the first one on %s: register the policy that pays first, then bill it."
                        .formatted(refused.servedFrom())));
    if (!ledger.claimBalance(refused.id().value()).equals(refused.totalCharge())) {
      throw new CorrectionRefusal(
          "%s has settled a part of claim %s: void that claim first, then bill the visit again."
              .formatted(refused.snapshot().payer().name(), refused.controlNumber()));
    }
    var payer = payers.get(coverage.payerId());
    var to = new Addressee(payer.id(), coverage.id(), limits.ofFirst(payer, refused.servedFrom()));
    var id = make(refused, Correction.RESUBMISSION, "", to, reason.strip());
    return claims.rebuild(id, "For %s, in the order of the policies".formatted(payer.name()));
  }

  /// Whom a claim goes to, and by when.
  private record Addressee(long payerId, long coverageId, CorrectionLimits.Limit limit) {}

  private ClaimId make(
      BilledClaim earlier, Correction how, String typedNumber, Addressee to, String reason) {
    String payerNumber = number(earlier, how, typedNumber);
    var number = numbers.next();
    var snapshot = ClaimCopies.correction(earlier.snapshot(), number, how.frequency(), payerNumber);
    var id =
        newClaims.insert(
            new NewClaims.NewClaim(
                snapshot,
                null,
                new NewClaims.Owner(
                    earlier.encounterId(),
                    earlier.patientId(),
                    to.payerId(),
                    to.coverageId(),
                    to.limit().last(),
                    earlier.part(),
                    earlier.sources()),
                new NewClaims.Link(earlier.id(), how, reason, !typedNumber.isEmpty())));
    var made = claims.get(id);
    clocks.corrects(made, to.limit());
    clocks.corrected(earlier, made);
    updates.note(
        id,
        "Created",
        "%s of claim %s: %s".formatted(how.title(), earlier.controlNumber(), reason),
        how == Correction.VOID ? "Send it to the payer" : "Change what is wrong, then send it",
        null);
    updates.note(
        earlier.id(),
        "Correction made",
        "Claim %s is its %s: %s"
            .formatted(number.value(), how.title().toLowerCase(Locale.ROOT), reason),
        "It stands until the payer has taken claim " + number.value(),
        null);
    uses.reverse(earlier.id().value(), "Claim " + number.value() + " corrects it");
    audit.record(
        "made a " + how.title().toLowerCase(Locale.ROOT),
        "claim",
        earlier.id(),
        earlier.patientId().value(),
        reason);
    return id;
  }

  /// Why a claim cannot be corrected; empty when it can.
  @Transactional(readOnly = true)
  public Optional<String> refusal(BilledClaim claim) {
    return refusal(claim, chain.correctionNumbers(List.of(claim.id().value())));
  }

  /// Why claims cannot be corrected, by their ids; those that can are not among them.
  @Transactional(readOnly = true)
  public Map<Long, String> refusals(Collection<BilledClaim> claims) {
    var corrections = chain.correctionNumbers(claims.stream().map(c -> c.id().value()).toList());
    var refusals = new HashMap<Long, String>();
    for (BilledClaim claim : claims) {
      refusal(claim, corrections).ifPresent(why -> refusals.put(claim.id().value(), why));
    }
    return refusals;
  }

  private static Optional<String> refusal(BilledClaim claim, Map<Long, String> corrections) {
    if (claim.correction() == Correction.VOID) {
      return Optional.of("A void claim is not corrected.");
    }
    String later = corrections.get(claim.id().value());
    if (later != null) {
      return Optional.of("Claim %s corrects it already: work on that one.".formatted(later));
    }
    return switch (claim.status()) {
      case ADJUDICATED, AT_PAYER -> Optional.empty();
      case DRAFT, HELD, READY, REJECTED ->
          Optional.of("No payer has it: change the claim itself and send it again.");
      case SENT, ACCEPTED ->
          Optional.of("The payer has not taken it yet: wait for its acknowledgment (277CA).");
      case VOIDED, REPLACED ->
          Optional.of("It does not stand any more, so that there is nothing to correct.");
    };
  }

  private static String number(BilledClaim earlier, Correction how, String typed) {
    if (!how.needsPayerNumber()) return "";
    if (!typed.isEmpty()) {
      if (typed.length() > 50 || typed.matches(".*[*~:^\\s].*")) {
        throw new CorrectionRefusal(
            "The payer's number has up to fifty characters, none of them a space or a separator.");
      }
      return typed;
    }
    String known = earlier.payerClaimControlNumber();
    if (known == null) {
      throw new CorrectionRefusal(
          "The payer's number of the claim is not known: it comes with the 277CA or the 835. Type"
              + " it as the payer's portal or letter has it.");
    }
    return known;
  }

  /// Gives up a correction that no payer has; the earlier claim stands as before.
  public BilledClaim withdraw(UUID correctionId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var correction = records.lock(correctionId).orElseThrow();
    var earlier = chain.earlier(correction.id());
    if (earlier.isEmpty()) throw new CorrectionRefusal("The claim corrects no other.");
    if (!correction.status().isChangeable()) {
      throw new CorrectionRefusal("It has been sent; wait for what the payer says.");
    }
    if (reason.strip().length() < 5) throw new CorrectionRefusal("Say why, in five characters.");
    updates.move(correction.id(), ClaimStatus.VOIDED, "Withdrawn", reason.strip(), null);
    clocks.withdrawn(correction, "The correction was withdrawn");
    clocks.uncorrected(earlier.get(), "The correction was withdrawn");
    updates.note(
        earlier.get().id(),
        "Correction withdrawn",
        "Claim %s: %s".formatted(correction.controlNumber(), reason.strip()),
        earlier.get().status().nextStep(),
        null);
    uses.keep(
        List.of(
            new AuthorizationUses.User(
                earlier.get().id().value(),
                earlier.get().patientId(),
                earlier.get().payerId(),
                earlier.get().snapshot())));
    audit.record(
        "withdrew a correction",
        "claim",
        correction.id(),
        correction.patientId().value(),
        reason.strip());
    events.publishEvent(new CorrectionWithdrawn(earlier.get().id()));
    return earlier.get();
  }

  /// All claims of the chain that a claim belongs to, the first one first.
  @Transactional(readOnly = true)
  public List<BilledClaim> chain(ClaimId id) {
    return chain.all(id);
  }
}

package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The same fix on many claims with the same finding: looked at first, then made. Each claim is its
/// own transaction: one that cannot be changed is named with its reason and never stops the others.
@Component
public class ClaimFixes {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimFixes.class);
  private static final int MOST_CLAIMS = 500;
  private static final int MOST_CHARACTERS = 500;

  /// A claim as the user saw it.
  public record Chosen(UUID claimId, int revision) {}

  /// What was asked for, and what came of each claim.
  ///
  /// @param problem why nothing was tried; empty when claims were tried
  public record Report(String problem, List<FixOutcome> outcomes) {
    static Report refused(String problem) {
      return new Report(problem, List.of());
    }

    public long ready() {
      return count(FixOutcome.Applied.class, ClaimStatus.READY);
    }

    public long held() {
      return count(FixOutcome.Applied.class, ClaimStatus.HELD);
    }

    public List<FixOutcome.Refused> refusals() {
      return outcomes.stream()
          .filter(FixOutcome.Refused.class::isInstance)
          .map(FixOutcome.Refused.class::cast)
          .toList();
    }

    private long count(Class<FixOutcome.Applied> type, ClaimStatus status) {
      return outcomes.stream()
          .filter(type::isInstance)
          .map(type::cast)
          .filter(applied -> applied.status() == status)
          .count();
    }
  }

  private final Claims claims;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final FindingRecords findings;
  private final ClaimChanges changes;
  private final AuditTrail audit;
  private final TransactionTemplate ownTransaction;

  ClaimFixes(
      Claims claims,
      ClaimRecords records,
      ClaimUpdates updates,
      FindingRecords findings,
      ClaimChanges changes,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.claims = claims;
    this.records = records;
    this.updates = updates;
    this.findings = findings;
    this.changes = changes;
    this.audit = audit;
    this.ownTransaction = new TransactionTemplate(transactions);
  }

  /// What the fix would change on each claim and what the scrub would say afterwards.
  public Report preview(String ruleId, Fix fix, List<Chosen> chosen) {
    return each(fix, chosen, c -> previewOne(ruleId, fix, c));
  }

  /// Makes the fix on each claim that is still as the user saw it, and scrubs the claim again.
  ///
  /// @param reason why, for the claim's timeline
  public Report apply(String ruleId, Fix fix, List<Chosen> chosen, String reason) {
    if (reason.isBlank()) {
      return Report.refused("A reason is missing. Say in a few words why the claims are changed.");
    }
    if (reason.length() > MOST_CHARACTERS) {
      return Report.refused(
          "The reason is too long; %d characters are kept.".formatted(MOST_CHARACTERS));
    }
    return each(fix, chosen, c -> applyOne(ruleId, fix, c, reason.strip()));
  }

  private interface One {
    FixOutcome of(Chosen chosen);
  }

  private Report each(Fix fix, List<Chosen> chosen, One one) {
    if (chosen.isEmpty()) return Report.refused("No claim is chosen. Choose at least one.");
    if (chosen.size() > MOST_CLAIMS) {
      return Report.refused("More than %d claims are chosen; choose fewer.".formatted(MOST_CLAIMS));
    }
    var problem = fix.problem();
    if (problem.isPresent()) return Report.refused(problem.get());
    var outcomes = new ArrayList<FixOutcome>();
    for (Chosen c : new LinkedHashSet<>(chosen)) {
      outcomes.add(alone(c, () -> one.of(c)));
    }
    return new Report("", List.copyOf(outcomes));
  }

  private FixOutcome alone(Chosen chosen, Supplier<FixOutcome> work) {
    try {
      return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    } catch (RuntimeException e) {
      LOG.error("claim {} could not be changed", chosen.claimId(), e);
      String why =
          e instanceof DataAccessException
              ? "The database refused the change"
              : "The change failed (%s)".formatted(e.getClass().getSimpleName());
      return new FixOutcome.Refused(
          chosen.claimId(),
          number(chosen),
          why + "; the log of the server says more. Try it again, or change the claim by itself.");
    }
  }

  /// Our number of a claim whose change failed; its public id where even that cannot be read.
  private String number(Chosen chosen) {
    try {
      return Objects.requireNonNull(
          ownTransaction.execute(status ->
              claims
                  .find(chosen.claimId())
                  .map(BilledClaim::controlNumber)
                  .orElse(chosen.claimId().toString())));
    } catch (RuntimeException e) {
      LOG.error("claim {} cannot be read", chosen.claimId(), e);
      return chosen.claimId().toString();
    }
  }

  private FixOutcome previewOne(String ruleId, Fix fix, Chosen chosen) {
    var claim = claims.find(chosen.claimId()).orElse(null);
    if (claim == null) return unknown(chosen);
    return switch (change(claim, ruleId, fix, chosen)) {
      case Fix.Result.Refused(String why) -> refused(claim, why);
      case Fix.Result.Changed(var snapshot, String before, String after) ->
          new FixOutcome.Previewed(
              claim.publicId(),
              claim.controlNumber(),
              claim.revision(),
              before,
              after,
              claims.check(claim, snapshot));
    };
  }

  private FixOutcome applyOne(String ruleId, Fix fix, Chosen chosen, String reason) {
    var claim = records.lock(chosen.claimId()).orElse(null);
    if (claim == null) return unknown(chosen);
    return switch (change(claim, ruleId, fix, chosen)) {
      case Fix.Result.Refused(String why) -> refused(claim, why);
      case Fix.Result.Changed changed -> {
        updates.revise(
            claim,
            changed.claim(),
            draft(claim, ruleId, fix),
            claim.payerId(),
            claim.coverageId(),
            fileBy(claim, changed.claim()));
        changes.keep(
            claim.id(), claim.revision() + 1, ruleId, fix, lines(claim, ruleId), changed, reason);
        updates.note(
            claim.id(),
            "Changed",
            "%s for %s: %s → %s. %s%s"
                .formatted(
                    fix.kind().title(),
                    ruleId,
                    changed.before(),
                    changed.after(),
                    reason,
                    unbilled(claim, changed.claim())),
            "Scrub it",
            null);
        audit.record("fixed " + ruleId, "claim", claim.id(), claim.patientId().value(), reason);
        var scrubbed = claims.scrub(claim.id());
        yield new FixOutcome.Applied(
            claim.publicId(),
            claim.controlNumber(),
            changed.before(),
            changed.after(),
            scrubbed.status());
      }
    };
  }

  /// The filing limit moves with the first day of service; that of a correction counts from the
  /// decision.
  private static LocalDate fileBy(BilledClaim claim, Claim changed) {
    if (claim.correction() != null) return claim.fileBy();
    LocalDate served = changed.servedFrom().orElse(claim.servedFrom());
    return claim.fileBy().plusDays(ChronoUnit.DAYS.between(claim.servedFrom(), served));
  }

  /// What of the visit's charges the claim does not bill any more; they stay as they were captured.
  private static String unbilled(BilledClaim claim, Claim changed) {
    Money less = claim.totalCharge().minus(changed.totalCharge());
    if (less.isZero()) return "";
    return less.isPositive()
        ? " $%s of the visit's charges stay unbilled; correct them at the visit.".formatted(less)
        : " $%s more than the visit's charges are billed; correct them at the visit."
            .formatted(less.negated());
  }

  /// The claim before payer rules changed it, with the same fix where it can be made.
  private @Nullable Claim draft(BilledClaim claim, String ruleId, Fix fix) {
    var draft = records.draft(claim.id()).orElse(null);
    if (draft == null) return null;
    var lines = fix.kind().isOfLines() ? lines(claim, ruleId) : Set.<Integer>of();
    return fix.applyTo(draft, lines) instanceof Fix.Result.Changed changed
        ? changed.claim()
        : draft;
  }

  private Fix.Result change(BilledClaim claim, String ruleId, Fix fix, Chosen chosen) {
    if (!claim.status().isChangeable()) {
      return new Fix.Result.Refused(
          "It is %s; what the payer has is changed by a replacement claim."
              .formatted(claim.status().title().toLowerCase(java.util.Locale.ROOT)));
    }
    if (claim.revision() != chosen.revision()) {
      return new Fix.Result.Refused(
          "Somebody has changed it since: you saw revision %d, it is at revision %d. Look at it again."
              .formatted(chosen.revision(), claim.revision()));
    }
    var found = open(claim, ruleId);
    if (found.isEmpty()) {
      return new Fix.Result.Refused("Its latest scrub has no finding %s.".formatted(ruleId));
    }
    var layer = Layer.valueOf(found.getFirst().layer());
    if (!FixKind.fitting(ruleId, layer).contains(fix.kind())) {
      return new Fix.Result.Refused("%s does not mend %s.".formatted(fix.kind().title(), ruleId));
    }
    return fix.applyTo(claim.snapshot(), fix.kind().isOfLines() ? lines(claim, ruleId) : Set.of());
  }

  /// The lines that the findings of a rule name.
  private Set<Integer> lines(BilledClaim claim, String ruleId) {
    return open(claim, ruleId).stream()
        .map(ShownFinding::serviceLine)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<ShownFinding> open(BilledClaim claim, String ruleId) {
    return findings.ofClaim(claim.id()).stream()
        .filter(f -> f.revision() == claim.revision() && f.ruleId().equals(ruleId))
        .toList();
  }

  private static FixOutcome unknown(Chosen chosen) {
    return new FixOutcome.Refused(
        chosen.claimId(), chosen.claimId().toString(), "There is no such claim.");
  }

  private static FixOutcome refused(BilledClaim claim, String why) {
    return new FixOutcome.Refused(claim.publicId(), claim.controlNumber(), why);
  }
}

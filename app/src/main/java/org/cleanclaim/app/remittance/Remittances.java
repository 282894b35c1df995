package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.AllowedAmounts;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.remittance.RemittanceKeeping.Keeping;
import org.cleanclaim.app.remittance.RemittanceRecords.Kept;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Posts remittances: each is proven before anything of it is posted. A small one is posted in one
/// transaction; a large one in parts, each in its own transaction, and where it was broken off it
/// goes on. Whatever speaks against posting is kept with its reason; nothing is evened out.
@Component
public class Remittances {
  private final RemittanceRecords records;
  private final RemittanceKeeping keeping;
  private final PartPoster poster;
  private final PartWorkers workers;
  private final ExceptionQueue exceptions;
  private final CreditsLeft credits;
  private final ReversalPairs reversals;
  private final RepeatedDecisions repeated;
  private final ProviderAdjustments providerAdjustments;
  private final RemittanceReadings readings;
  private final FileExchange files;
  private final Payers payers;
  private final FeeSchedules fees;
  private final Ledger ledger;
  private final BookedDays booked;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Remittances(
      RemittanceRecords records,
      RemittanceKeeping keeping,
      PartPoster poster,
      PartWorkers workers,
      ExceptionQueue exceptions,
      CreditsLeft credits,
      ReversalPairs reversals,
      RepeatedDecisions repeated,
      ProviderAdjustments providerAdjustments,
      RemittanceReadings readings,
      FileExchange files,
      Payers payers,
      FeeSchedules fees,
      Ledger ledger,
      BookedDays booked,
      AuditTrail audit,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.records = records;
    this.keeping = keeping;
    this.poster = poster;
    this.workers = workers;
    this.exceptions = exceptions;
    this.credits = credits;
    this.reversals = reversals;
    this.repeated = repeated;
    this.providerAdjustments = providerAdjustments;
    this.readings = readings;
    this.files = files;
    this.payers = payers;
    this.fees = fees;
    this.ledger = ledger;
    this.booked = booked;
    this.audit = audit;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Posts a remittance of an archived file.
  public PostResult post(ScannedRemittance scanned, ExchangedFile file) {
    return postOnce(scanned, file);
  }

  /// Posts a remittance that came by no file, such as an explanation of benefits on paper.
  public PostResult postTyped(Remittance remittance) {
    return postOnce(RemittanceScan.of(remittance), null);
  }

  private PostResult postOnce(ScannedRemittance scanned, @Nullable ExchangedFile file) {
    var payer =
        required(() -> payers.named(scanned.header().payerId(), scanned.header().payerName()));
    String payerKey = payer.map(p -> p.electronicId().value()).orElse(scanned.header().payerId());
    var existing = required(() -> records.find(scanned, payerKey));
    if (existing.isEmpty()) {
      return postKept(() -> keeping.keep(scanned, payer, payerKey, file), scanned, payer, file);
    }
    var before = existing.get();
    if (required(() -> keeping.isRepaired(before, scanned, file))) {
      return postKept(() -> keeping.repair(before, scanned, payerKey, file), scanned, payer, file);
    }
    return again(before, scanned, payer, file);
  }

  private PostResult postKept(
      Supplier<Keeping> keep,
      ScannedRemittance scanned,
      Optional<Payer> payer,
      @Nullable ExchangedFile file) {
    if (scanned.isSmall()) return required(() -> postSmall(keep.get(), scanned, payer, file));
    return switch (required(keep)) {
      case Keeping.Answered answered -> answered.result();
      case Keeping.Open open -> postParts(open.kept(), scanned, payer, file);
    };
  }

  private PostResult postSmall(
      Keeping kept,
      ScannedRemittance scanned,
      Optional<Payer> payer,
      @Nullable ExchangedFile file) {
    return switch (kept) {
      case Keeping.Answered answered -> answered.result();
      case Keeping.Open open -> {
        var order = order(open.kept(), scanned.header(), payer, file);
        if (scanned.claims() > 0) poster.post(order, 1, 1, scanned.small());
        yield finish(order, scanned);
      }
    };
  }

  private PostResult again(
      Kept kept, ScannedRemittance scanned, Optional<Payer> payer, @Nullable ExchangedFile file) {
    if (!kept.status().equals("POSTING")) {
      return new PostResult.AlreadyPosted(kept.publicId(), kept.trace());
    }
    return postParts(kept, scanned, payer, file);
  }

  private PostResult postParts(
      Kept kept, ScannedRemittance scanned, Optional<Payer> payer, @Nullable ExchangedFile file) {
    var order = required(() -> order(kept, scanned.header(), payer, file));
    Set<Integer> standing = required(() -> records.parts(kept.id()));
    workers.post(
        order,
        receiver -> {
          if (scanned.isSmall() || file == null) {
            scanned.small().forEach(receiver);
          } else {
            RemittanceScan.claims(
                () -> files.open(file), file.name(), scanned.position(), receiver);
          }
        },
        standing);
    return required(() -> finish(order, scanned));
  }

  /// The last transaction: what concerns the remittance as a whole, and the word that it is posted.
  private PostResult finish(PostingOrder order, ScannedRemittance scanned) {
    if (!records.move(order.remittanceId(), "POSTING", "POSTED")) {
      return new PostResult.AlreadyPosted(order.publicId(), order.header().trace());
    }
    var standing = records.standing(order.remittanceId());
    if (standing.claims() != scanned.claims() || !standing.paid().equals(scanned.claimsPaid())) {
      throw new IllegalStateException(
          "remittance %s has %d claims with %s in the database, %d with %s in the file"
              .formatted(
                  order.header().trace(),
                  standing.claims(),
                  standing.paid(),
                  scanned.claims(),
                  scanned.claimsPaid()));
    }
    var draft =
        new RemittancePoster(order.header())
            .providerLevel(order.payerId(), PostingKeys.ofProviderLevel(order.keyPrefix()));
    if (!draft.isEmpty()) ledger.post(draft.build());
    providerAdjustments.keep(order);
    reversals.pair(order.remittanceId());
    repeated.settle(order.remittanceId(), order.header(), order.keyPrefix());
    exceptions.openReversals(order.remittanceId());
    exceptions.closePairedReversals(order.remittanceId());
    credits.open(order.remittanceId(), null);
    exceptions.closeCorrected(order.remittanceId());
    audit.record("posted", "remittance", order.remittanceId(), null, null);
    events.publishEvent(
        new RemittancePosted(Acting.actor().organizationId(), order.remittanceId()));
    return new PostResult.Posted(
        order.publicId(),
        order.header().trace(),
        order.header().received(),
        scanned.claims(),
        standing.unmatched(),
        booked.of(order.publicId()).orElse(null));
  }

  PostingOrder order(
      Kept kept, Remittance header, Optional<Payer> payer, @Nullable ExchangedFile file) {
    return new PostingOrder(
        kept.id(),
        kept.publicId(),
        header,
        payer.orElse(null),
        payer.map(fees::allowed).orElseGet(AllowedAmounts::none),
        PostingKeys.prefix(
            kept.payerKey(), kept.trace(), header.received(), header.paidOn(), kept.moneyDigest()),
        file == null ? null : file.id());
  }

  /// Goes on with every posting that was broken off.
  ///
  /// @return how many there were
  public int resume() {
    var unfinished = required(records::unfinished);
    for (Kept kept : unfinished) goOn(kept);
    return unfinished.size();
  }

  private void goOn(Kept kept) {
    var file = file(kept);
    if (file == null) return; // what was typed is posted in one transaction
    for (ScannedRemittance scanned :
        RemittanceScan.of(() -> files.open(file), file.name()).remittances()) {
      if (scanned.position() == kept.position()) post(scanned, file);
    }
  }

  /// Posts a stopped remittance all the same; what does not add up stays where it is.
  ///
  /// @throws RemittanceRefusal when it cannot be, with a sentence
  public PostResult release(UUID exceptionId, String reason) {
    var item = waiting(exceptionId);
    if (!item.kind().isReleasable()) {
      throw new RemittanceRefusal(
          "\"%s\" cannot be posted all the same. %s".formatted(item.kind().title(), item.remedy()));
    }
    var kept = required(() -> readings.kept(item.remittanceId()));
    var file = file(kept);
    var scanned = scannedAgain(kept, file);
    required(() -> {
      if (!exceptions.close(exceptionId, "Posted all the same: " + reason)
          || !records.move(kept.id(), "STOPPED", "POSTING")) {
        throw new RemittanceRefusal("Somebody else has decided this already.");
      }
      records.released(kept.id());
      audit.record("released", "remittance", kept.id(), null, reason);
      return true;
    });
    var payer =
        required(() -> payers.named(scanned.header().payerId(), scanned.header().payerName()));
    return postParts(kept, scanned, payer, file);
  }

  private @Nullable ExchangedFile file(Kept kept) {
    Long fileId = kept.fileId();
    return fileId == null ? null : required(() -> files.find(fileId)).orElseThrow();
  }

  private ScannedRemittance scannedAgain(Kept kept, @Nullable ExchangedFile file) {
    if (file == null) return RemittanceScan.of(readings.content(kept.publicId(), 1).orElseThrow());
    return RemittanceScan.of(() -> files.open(file), file.name()).remittances().stream()
        .filter(s -> s.position() == kept.position())
        .findFirst()
        .orElseThrow();
  }

  /// Puts a stopped remittance aside for good.
  ///
  /// @throws RemittanceRefusal when it is not one that waits
  public void discard(UUID exceptionId, String reason) {
    var item = waiting(exceptionId);
    if (!item.kind().isDiscardable()) {
      throw new RemittanceRefusal("Only a remittance that was not posted can be put aside.");
    }
    var kept = required(() -> readings.kept(item.remittanceId()));
    required(() -> {
      if (!exceptions.close(exceptionId, "Put aside: " + reason)
          || !records.move(kept.id(), kept.status(), "DISCARDED")) {
        throw new RemittanceRefusal("Somebody else has decided this already.");
      }
      audit.record("put aside", "remittance", kept.id(), null, reason);
      return true;
    });
  }

  /// The amounts that a posted remittance refuses on claims of ours.
  public List<RefusedLine> refusedLines(long remittanceId) {
    return required(() -> readings.refusedLines(remittanceId));
  }

  /// The patients whose claims a remittance decides.
  public List<Long> patients(long remittanceId) {
    return required(() -> readings.patients(remittanceId));
  }

  public LocalDate paidOn(long remittanceId) {
    return required(() -> readings.paidOn(remittanceId));
  }

  /// The content of a posted or kept remittance; of a large one a page of its claim payments.
  ///
  /// @param page counted from 1
  public Optional<Remittance> content(UUID publicId, int page) {
    return required(() -> readings.content(publicId, page));
  }

  /// How many claims a remittance tells of, whether or not [#content] has all of them.
  public RemittanceCounts counts(UUID publicId) {
    return required(() -> readings.counts(publicId));
  }

  /// Every claim payment of a posted or kept remittance, in its order; those of a large one are
  /// read from the archived file.
  public void payments(UUID publicId, Consumer<ClaimPayment> receiver) {
    transaction.executeWithoutResult(status -> readings.payments(publicId, receiver));
  }

  /// The balance proof of a remittance; of a large one the first equations, all that do not hold,
  /// and that of the transaction.
  public List<BalanceProof.Equation> proof(UUID publicId) {
    return required(() -> readings.proof(publicId));
  }

  private ExceptionQueue.Item waiting(UUID exceptionId) {
    var item =
        exceptions
            .find(exceptionId)
            .orElseThrow(() -> new RemittanceRefusal("There is no such entry in the queue."));
    if (item.closedAt() != null) {
      throw new RemittanceRefusal(
          "This was decided already by %s: %s".formatted(item.closedBy(), item.outcome()));
    }
    return item;
  }

  private <T> T required(Supplier<T> work) {
    T result = transaction.execute(status -> work.get());
    return Objects.requireNonNull(result);
  }
}

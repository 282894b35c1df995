package org.cleanclaim.app.remittance;

import java.util.Optional;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.remittance.RemittanceRecords.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a remittance before anything of it is posted, with what speaks against posting it.
@Component
@Transactional
class RemittanceKeeping {
  /// What became of keeping a remittance: it may be posted now, or there is an answer already.
  sealed interface Keeping {
    record Open(Kept kept) implements Keeping {}

    record Answered(PostResult result) implements Keeping {}
  }

  private final RemittanceRecords records;
  private final Gate gate;
  private final ExceptionQueue exceptions;
  private final AuditTrail audit;

  RemittanceKeeping(
      RemittanceRecords records, Gate gate, ExceptionQueue exceptions, AuditTrail audit) {
    this.records = records;
    this.gate = gate;
    this.exceptions = exceptions;
    this.audit = audit;
  }

  /// Keeps one that has not come before.
  Keeping keep(
      ScannedRemittance scanned,
      Optional<Payer> payer,
      String payerKey,
      @Nullable ExchangedFile file) {
    var stop = gate.stop(scanned, payerKey, false).or(() -> gate.test(scanned, file));
    var kept = records.keep(scanned, payer.orElse(null), payerKey, id(file), status(stop));
    if (kept.isEmpty()) {
      // Somebody else was faster with the same remittance.
      return already(records.find(scanned, payerKey).orElseThrow());
    }
    return judged(kept.get(), scanned, stop);
  }

  /// Whether it was kept because it had come damaged or as a test, and is whole and live now.
  boolean isRepaired(Kept before, ScannedRemittance scanned, @Nullable ExchangedFile file) {
    boolean isUnposted = before.status().equals("STOPPED") || before.status().equals("DISCARDED");
    return isUnposted
        && scanned.isWhole()
        && gate.test(scanned, file).isEmpty()
        && exceptions.isOfFile(before.id());
  }

  /// Keeps it in the place of the one that came damaged or as a test: the money is the same.
  Keeping repair(
      Kept damaged, ScannedRemittance scanned, String payerKey, @Nullable ExchangedFile file) {
    var stop = gate.stop(scanned, payerKey, false).or(() -> gate.test(scanned, file));
    if (!records.takeWhole(damaged, scanned, id(file), status(stop))) return already(damaged);
    exceptions.closeFile(damaged.id());
    audit.record("came again", "remittance", damaged.id(), null, null);
    return judged(records.find(damaged.id()).orElseThrow(), scanned, stop);
  }

  private Keeping judged(Kept kept, ScannedRemittance scanned, Optional<Stop> stop) {
    if (stop.isEmpty()) return new Keeping.Open(kept);
    exceptions.open(kept.id(), stop.get());
    audit.record(
        "kept without posting", "remittance", kept.id(), null, stop.get().reason().title());
    return new Keeping.Answered(stopped(kept, scanned, stop.get()));
  }

  private static Keeping already(Kept kept) {
    return new Keeping.Answered(new PostResult.AlreadyPosted(kept.publicId(), kept.trace()));
  }

  private static String status(Optional<Stop> stop) {
    return stop.map(s -> s.reason() == StopReason.OUT_OF_BALANCE ? "OUT_OF_BALANCE" : "STOPPED")
        .orElse("POSTING");
  }

  private static @Nullable Long id(@Nullable ExchangedFile file) {
    return file == null ? null : file.id();
  }

  private static PostResult stopped(Kept kept, ScannedRemittance scanned, Stop stop) {
    return stop.reason() == StopReason.OUT_OF_BALANCE
        ? new PostResult.OutOfBalance(kept.publicId(), kept.trace(), scanned.failures())
        : new PostResult.Stopped(
            kept.publicId(), kept.trace(), stop.reason(), stop.sentence(), stop.remedy());
  }
}

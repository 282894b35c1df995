package org.cleanclaim.app.remittance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/// Posts the parts of a large remittance while the file is still being read. A part that another
/// transaction disturbs is posted again; one that stands is passed over.
@Component
class PartWorkers {
  private static final int WORKERS = 2;
  private static final int WAITING_PARTS = 2;
  private static final int TRIES = 5;

  private record Part(int number, int first, List<ClaimPayment> run) {}

  private static final Part LAST = new Part(0, 0, List.of());

  private final PartPoster poster;
  private final Clock clock;

  PartWorkers(PartPoster poster, Clock clock) {
    this.poster = poster;
    this.clock = clock;
  }

  /// Gives the claim payments of a remittance on, in their order.
  interface ClaimSource {
    void read(Consumer<ClaimPayment> receiver);
  }

  /// Posts all parts that do not stand.
  ///
  /// @param standing parts that were posted before
  void post(PostingOrder order, ClaimSource source, java.util.Set<Integer> standing) {
    BlockingQueue<Part> queue = new ArrayBlockingQueue<>(WAITING_PARTS);
    var hasFailed = new AtomicBoolean();
    var actor = Acting.actor();
    var now = Clock.fixed(clock.instant(), clock.getZone());
    try (var executor = Executors.newFixedThreadPool(WORKERS)) {
      var workers = new ArrayList<Future<?>>();
      for (int i = 0; i < WORKERS; i++) {
        workers.add(
            executor.submit(() -> {
              Acting.as(
                  actor,
                  now,
                  () -> {
                    work(order, queue, hasFailed);
                    return true;
                  });
            }));
      }
      var cutter = new Cutter(queue, hasFailed, standing);
      source.read(cutter::take);
      cutter.finish();
      for (var worker : workers) worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "the posting was interrupted; it goes on when begun again", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a part of remittance %s could not be posted; the parts before it stand"
              .formatted(order.header().trace()),
          e.getCause());
    }
  }

  private void work(PostingOrder order, BlockingQueue<Part> queue, AtomicBoolean hasFailed) {
    try {
      for (Part part = queue.take(); part.number > 0; part = queue.take()) post(order, part);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      hasFailed.set(true);
      throw e;
    }
  }

  private void post(PostingOrder order, Part part) {
    for (int tries = 1; ; tries++) {
      try {
        poster.post(order, part.number, part.first, part.run);
        return;
      } catch (ConcurrencyFailureException e) {
        if (tries == TRIES) throw e;
      }
    }
  }

  /// Cuts the stream of claim payments into parts.
  private static final class Cutter {
    private final BlockingQueue<Part> queue;
    private final AtomicBoolean hasFailed;
    private final java.util.Set<Integer> standing;
    private List<ClaimPayment> run = new ArrayList<>(RemittanceScan.PART);
    private int number = 1;
    private int taken;

    Cutter(BlockingQueue<Part> queue, AtomicBoolean hasFailed, java.util.Set<Integer> standing) {
      this.queue = queue;
      this.hasFailed = hasFailed;
      this.standing = standing;
    }

    void take(ClaimPayment payment) {
      taken++;
      if (!standing.contains(number)) run.add(payment);
      if (taken % RemittanceScan.PART == 0) cut();
    }

    void finish() {
      if (taken % RemittanceScan.PART != 0) cut();
      for (int i = 0; i < WORKERS; i++) give(LAST);
    }

    private void cut() {
      if (!run.isEmpty()) {
        give(new Part(number, (number - 1) * RemittanceScan.PART + 1, run));
        run = new ArrayList<>(RemittanceScan.PART);
      }
      number++;
    }

    private void give(Part part) {
      try {
        // A worker that has failed takes nothing any more: nobody waits for it.
        while (!queue.offer(part, 1, TimeUnit.SECONDS)) {
          if (hasFailed.get()) return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the posting was interrupted", e);
      }
    }
  }
}

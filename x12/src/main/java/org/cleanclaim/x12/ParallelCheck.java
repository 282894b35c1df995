package org.cleanclaim.x12;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.lexer.TakenTransaction;
import org.jspecify.annotations.Nullable;

/// Checks the transactions of a file side by side. This thread cuts the file into transactions and
/// puts the outcomes together in file order; workers check one transaction each. Once enough wait,
/// this thread checks one of them itself, so that there are as many busy threads as cores and none
/// idles when another one is held up. A transaction that is too long for that, or not plainly
/// closed, is checked here.
final class ParallelCheck {
  /// The longest transaction that is handed to a worker.
  private static final int LONGEST = 8 << 20;

  /// Bytes and transactions that are cut off before they are checked, at most.
  private static final int MOST_BYTES = 16 << 20;

  private static final int MOST_WAITING = 64;

  private final SegmentLexer lexer;
  private final String fileName;
  private final CheckOptions options;
  private final LinkedBlockingQueue<Runnable> unchecked = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor workers;
  private final Envelopes envelopes;
  private final X12Checker checker;
  private final ArrayDeque<Step> steps = new ArrayDeque<>();
  private int waiting;
  private long waitingBytes;
  private int number;
  private String madeOn = "";
  private String groupVersion = "";

  /// The next thing of the file: a segment, or a transaction from its ST to before its SE.
  private record Step(Segment segment, @Nullable Future<Outcome> outcome) {}

  /// What a worker found.
  ///
  /// @param counted all faults, those behind the limit included
  /// @param segments behind ST
  /// @param taken whose bytes may be used again
  private record Outcome(
      TransactionErrors errors,
      List<Fault> faults,
      Faults counted,
      int segments,
      TakenTransaction taken) {}

  ParallelCheck(
      SegmentLexer lexer,
      String fileName,
      CheckOptions options,
      int cores,
      Envelopes envelopes,
      X12Checker checker) {
    this.lexer = lexer;
    this.fileName = fileName;
    this.options = options;
    this.workers =
        new ThreadPoolExecutor(
            cores - 1,
            cores - 1,
            0,
            TimeUnit.SECONDS,
            unchecked,
            Thread.ofPlatform().daemon().factory());
    this.envelopes = envelopes;
    this.checker = checker;
  }

  void run() throws IOException {
    boolean isEmpty = true;
    try {
      for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
        isEmpty = false;
        step(segment);
        while (isReady()) play(steps.removeFirst());
        while (waiting > MOST_WAITING || waitingBytes > MOST_BYTES) goOn();
      }
      while (!steps.isEmpty()) goOn();
      envelopes.end(isEmpty);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the check of " + fileName + " was interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private void step(Segment segment) throws IOException {
    Segment kept = segment.keep();
    switch (kept.id()) {
      case "GS" -> {
        madeOn = kept.element(4);
        groupVersion = kept.element(8);
      }
      case "GE", "IEA", "ISA" -> groupVersion = "";
      default -> {}
    }
    TakenTransaction taken = kept.is("ST") ? lexer.takeTransaction(LONGEST) : null;
    if (taken == null) {
      steps.add(new Step(kept, null));
      return;
    }
    String version = kept.isEmpty(3) ? groupVersion : kept.element(3);
    String day = madeOn;
    steps.add(new Step(kept, workers.submit(() -> check(taken, version, day))));
    waiting++;
    waitingBytes += taken.held();
  }

  private void goOn() throws ExecutionException, InterruptedException {
    Runnable next = isReady() ? null : unchecked.poll();
    if (next == null) {
      play(steps.removeFirst());
    } else {
      next.run();
    }
  }

  private Outcome check(TakenTransaction taken, String version, String day) throws IOException {
    SegmentLexer body = taken.segments();
    var found = new ArrayList<Fault>();
    var faults = Faults.limited(found::add);
    var check = new TransactionCheck(options, faults);
    int count = 0;
    for (Segment segment = body.next(); segment != null; segment = body.next()) {
      count++;
      if (count == 1) {
        check.begin(segment, version, day);
      } else {
        if (segment.damage() != Segment.Damage.NONE) {
          Envelopes.damage(segment, fileName, Faults.all(check::note));
        }
        check.take(segment);
      }
    }
    return new Outcome(check.end(), found, faults, count - 1, taken);
  }

  private boolean isReady() {
    Step first = steps.peekFirst();
    if (first == null) return false;
    Future<Outcome> outcome = first.outcome();
    return outcome == null || outcome.isDone();
  }

  private void play(Step step) throws ExecutionException, InterruptedException {
    number = step.segment().is("ISA") ? 1 : number + 1;
    Segment segment = step.segment().numbered(number);
    Future<Outcome> future = step.outcome();
    if (future == null) {
      envelopes.take(segment);
      return;
    }
    waiting--;
    Outcome outcome = future.get();
    waitingBytes -= outcome.taken().held();
    lexer.giveBack(outcome.taken());
    envelopes.finishTransaction();
    checker.checkedElsewhere(outcome.errors());
    envelopes.take(segment);
    for (Fault fault : outcome.faults()) {
      checker.faultElsewhere(fault.behind(number - 1, segment.byteOffset()));
    }
    checker.countElsewhere(outcome.faults(), outcome.counted());
    envelopes.passedOver(outcome.segments());
    checker.segmentsElsewhere(outcome.segments());
    number += outcome.segments();
  }
}

package org.cleanclaim.x12;

import java.util.function.Consumer;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Takes what is found wrong with a file, counts it and gives it on at once.
public final class Faults {
  /// More faults of one file than anybody reads.
  public static final int LIMIT = 10_000;

  private final Consumer<Fault> receiver;
  private final long limit;
  private long count;
  private long errors;
  private long warnings;

  private Faults(Consumer<Fault> receiver, long limit) {
    this.receiver = receiver;
    this.limit = limit;
  }

  /// Gives every fault on.
  public static Faults all(Consumer<Fault> receiver) {
    return new Faults(receiver, Long.MAX_VALUE);
  }

  /// Gives the first faults on; those behind the limit are only counted, so that a file of rubbish
  /// does not fill the memory.
  public static Faults limited(Consumer<Fault> receiver) {
    return new Faults(receiver, LIMIT);
  }

  /// Counts without keeping anything.
  public static Faults ignored() {
    return all(f -> {});
  }

  public void add(Fault fault) {
    if (fault.severity() == Severity.ERROR) errors++;
    if (fault.severity() == Severity.WARNING) warnings++;
    if (count++ < limit) receiver.accept(fault);
  }

  /// A fault of a segment, or of the whole file when there is none.
  public void add(Check check, @Nullable Segment segment, String message, String remedy) {
    add(
        segment == null
            ? Fault.ofFile(check, message, remedy)
            : Fault.of(check, segment, null, message, remedy));
  }

  /// A fault of one element.
  public void add(Check check, Segment segment, int element, String message, String remedy) {
    add(Fault.of(check, segment, null, message, remedy).at(element, 0, segment.element(element)));
  }

  /// How many errors there were, those behind the limit included.
  public long errors() {
    return errors;
  }

  /// How many warnings there were, those behind the limit included.
  public long warnings() {
    return warnings;
  }

  /// Counts faults that somebody else has behind its limit.
  void countMore(long moreErrors, long moreWarnings) {
    errors += moreErrors;
    warnings += moreWarnings;
  }
}

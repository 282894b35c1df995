package org.cleanclaim.x12;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a file, as exactly placed as an acknowledgment needs it.
///
/// @param segment name of the segment, empty for the whole file
/// @param number of the segment in its interchange, ISA is 1
/// @param loop of the guide, such as `2010AA`
/// @param element 1-based, 0 for the segment as a whole
/// @param component 1-based, 0 for the element as a whole
/// @param badValue the value in question; may identify a patient, so it is in no message and no log
/// @param message one sentence without patient data
/// @param remedy what to do, one sentence
public record Fault(
    Check check,
    Severity severity,
    String segment,
    int number,
    long byteOffset,
    @Nullable String loop,
    int element,
    int component,
    @Nullable String badValue,
    String message,
    String remedy) {

  private static final EffectivePeriod VERSION_005010 =
      EffectivePeriod.from(LocalDate.of(2012, 1, 1));
  private static final Citation ENVELOPE =
      new Citation("X12 control segments as adopted by 45 CFR 162, version 005010", VERSION_005010);
  private static final Citation GUIDE =
      new Citation(
          "X12 005010 implementation guides as adopted by 45 CFR 162.1102 to 162.1902",
          VERSION_005010);

  /// A fault of the whole file.
  static Fault ofFile(Check check, String message, String remedy) {
    return new Fault(check, check.severity(), "", 0, 0, null, 0, 0, null, message, remedy);
  }

  /// A fault of a segment.
  public static Fault of(
      Check check, Segment segment, @Nullable String loop, String message, String remedy) {
    return new Fault(
        check,
        check.severity(),
        segment.id(),
        segment.number(),
        segment.byteOffset(),
        loop,
        0,
        0,
        null,
        message,
        remedy);
  }

  /// The same at one element of the segment.
  public Fault at(int element, int component, @Nullable String badValue) {
    return new Fault(
        check,
        severity,
        segment,
        number,
        byteOffset,
        loop,
        element,
        component,
        badValue,
        message,
        remedy);
  }

  /// The same with another weight.
  public Fault weighing(Severity other) {
    return new Fault(
        check,
        other,
        segment,
        number,
        byteOffset,
        loop,
        element,
        component,
        badValue,
        message,
        remedy);
  }

  /// The same in a file in which the segments and bytes before it are counted too.
  Fault behind(int segments, long bytes) {
    return new Fault(
        check,
        severity,
        segment,
        number + segments,
        byteOffset + bytes,
        loop,
        element,
        component,
        badValue,
        message,
        remedy);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// The element as people name it: `CLM05-2`; empty for a whole segment.
  public String designator() {
    return element == 0 ? "" : designator(segment, element, component);
  }

  public static String designator(String segment, int element, int component) {
    String name = segment + (element < 10 ? "0" : "") + element;
    return component == 0 ? name : name + "-" + component;
  }

  public Finding finding() {
    Place place =
        segment.isEmpty()
            ? Place.WHOLE
            : new Place(
                null,
                element == 0 ? null : designator(),
                loop,
                segment + " (" + number + ")",
                byteOffset);
    boolean isEnvelope =
        switch (check.level()) {
          case INTERCHANGE, GROUP, TRANSACTION -> true;
          case SEGMENT, ELEMENT -> false;
        };
    return new Finding(
        new RuleId(check.id()),
        Layer.STRUCTURE,
        severity,
        place,
        message,
        remedy,
        null,
        isEnvelope ? ENVELOPE : GUIDE);
  }

  /// Names rule and place alone: the value may identify a patient.
  @Override
  public String toString() {
    return check.id() + " " + segment + " (" + number + ") " + designator();
  }
}

package org.cleanclaim.x12;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Gathers the errors of one transaction set as a 999 tells them.
final class TransactionErrors {
  /// A 999 names no more erroneous segments of one transaction set than this.
  private static final int MOST_SEGMENTS = 1_000;

  private static final int MOST_VALUE = 99;

  private final String type;
  private final String controlNumber;
  private final String version;
  private final int firstSegment;
  private final GuideBook guides;
  private final Set<String> syntaxCodes = new LinkedHashSet<>();
  private final Map<String, SegmentErrors> segments = new LinkedHashMap<>();
  private boolean hasSegmentErrors;
  private @Nullable String unit;
  private @Nullable String unitNumber;
  private @Nullable String unitBefore;
  private @Nullable String unitNumberBefore;

  private record SegmentErrors(
      String segment,
      int position,
      @Nullable String loop,
      String code,
      @Nullable String unit,
      @Nullable String unitNumber,
      List<ElementError> elements) {}

  TransactionErrors(
      String type, String controlNumber, String version, int firstSegment, GuideBook guides) {
    this.type = type;
    this.controlNumber = controlNumber;
    this.version = version;
    this.firstSegment = firstSegment;
    this.guides = guides;
  }

  /// Notes the business the following segments are about: a claim, a question.
  void context(Segment segment) {
    over();
    switch (segment.id()) {
      case "CLM" -> unit(segment, "CLM01", 1);
      case "CLP" -> unit(segment, "CLP01", 1);
      case "TRN" -> unit(segment, "TRN02", 2);
      case "HL", "SE" -> {
        unit = null;
        unitNumber = null;
      }
      default -> {}
    }
  }

  /// What is missing from now on is missing in what came before.
  void over() {
    unitBefore = unit;
    unitNumberBefore = unitNumber;
  }

  private void unit(Segment segment, String name, int element) {
    String number = segment.element(element);
    unit = number.isEmpty() ? null : name;
    unitNumber = number.isEmpty() ? null : number;
  }

  void add(Fault fault) {
    String code = fault.check().code();
    if (!fault.isError() || code == null) return;
    switch (fault.check().level()) {
      case INTERCHANGE, GROUP -> {
        if (fault.check() == Check.TRUNCATED) syntaxCodes.add("2");
      }
      case TRANSACTION -> syntaxCodes.add(code);
      case SEGMENT -> segment(fault, code);
      case ELEMENT -> element(fault, code);
    }
  }

  private @Nullable SegmentErrors segment(Fault fault, String code) {
    hasSegmentErrors = true;
    int position = fault.number() - firstSegment + 1;
    String key = position + " " + fault.segment() + " " + code + " " + fault.loop();
    SegmentErrors known = segments.get(key);
    if (known != null) return known;
    if (segments.size() >= MOST_SEGMENTS) return null;
    String loop = fault.loop();
    boolean isMissing =
        fault.check() == Check.SEGMENT_MISSING || fault.check() == Check.LOOP_MISSING;
    var made =
        new SegmentErrors(
            name(fault.segment()),
            Math.max(position, 1),
            loop == null || loop.isEmpty() ? null : loop,
            code,
            isMissing ? unitBefore : unit,
            isMissing ? unitNumberBefore : unitNumber,
            new ArrayList<>());
    segments.put(key, made);
    return made;
  }

  private void element(Fault fault, String code) {
    SegmentErrors segment = segment(fault, "8");
    if (segment == null) return;
    String value = fault.badValue();
    segment
        .elements()
        .add(
            new ElementError(
                fault.element(),
                fault.component() == 0 ? null : fault.component(),
                guides.elementNumber(fault.segment(), fault.element(), fault.component()),
                code,
                value == null || value.length() <= MOST_VALUE
                    ? value
                    : value.substring(0, MOST_VALUE)));
  }

  // A 999 may repeat only a name that is one.
  private static String name(String segment) {
    return segment.matches("[A-Z][A-Z0-9]{1,2}") ? segment : "ZZZ";
  }

  TransactionResult result() {
    if (hasSegmentErrors) syntaxCodes.add("5");
    var errors = new ArrayList<SegmentError>();
    for (SegmentErrors found : segments.values()) {
      errors.add(
          new SegmentError(
              found.segment(),
              found.position(),
              found.loop(),
              found.code(),
              found.unit(),
              found.unitNumber(),
              found.elements()));
    }
    errors.sort(
        Comparator.comparingInt(SegmentError::position)
            .thenComparing(SegmentError::segment)
            .thenComparing(SegmentError::code));
    return new TransactionResult(
        type,
        controlNumber,
        version.isEmpty() ? null : version,
        syntaxCodes.isEmpty() ? "A" : "R",
        List.copyOf(syntaxCodes),
        errors);
  }
}

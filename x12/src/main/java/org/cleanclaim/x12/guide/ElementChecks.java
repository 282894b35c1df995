package org.cleanclaim.x12.guide;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.guide.ElementRule.Usage;
import org.cleanclaim.x12.guide.ElementShape.ValueType;
import org.cleanclaim.x12.guide.Rule.SegmentRule;
import org.cleanclaim.x12.guide.SegmentShape.Relation;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Checks the elements of a segment against its rule: presence, type, length, codes, dates and
/// identifiers. Works on the bytes; nothing is made unless something is wrong.
public final class ElementChecks {
  private static final String DATE_FORMAT = "1250";
  private static final String DATE_VALUE = "1251";

  private final Faults faults;
  private final CodeLists lists;
  private final Strictness strictness;
  private LocalDate asOf = LocalDate.EPOCH;

  // Set at the beginning of each check, before anything reads them.
  @SuppressWarnings("NullAway.Init")
  private Segment segment;

  @SuppressWarnings("NullAway.Init")
  private SegmentRule rule;

  private String loop = "";
  private byte[] bytes = {};
  private byte componentSeparator;
  private byte repetitionSeparator;
  private boolean hasRepetitions;

  /// How much weight codes of outside lists have.
  public enum Strictness {
    /// Outside lists are not asked.
    OFF,
    /// An unknown code is a warning.
    WARN,
    /// An unknown code is an error.
    STRICT
  }

  public ElementChecks(Faults faults, CodeLists lists, Strictness strictness) {
    this.faults = faults;
    this.lists = lists;
    this.strictness = strictness;
  }

  /// The day for which codes of outside lists are looked up.
  public void asOf(LocalDate day) {
    asOf = day;
  }

  /// Checks the segment that was walked to last, when the guide foresees it.
  public void check(Segment read, Walk walk) {
    SegmentRule by = walk.rule();
    if (by == null) return;
    segment = read;
    rule = by;
    loop = walk.loop();
    bytes = read.bytes();
    Separators separators = read.separators();
    componentSeparator = (byte) separators.component();
    repetitionSeparator = (byte) separators.repetition();
    hasRepetitions = separators.repetition() != Separators.NONE;
    List<ElementRule> elements = by.elements();
    int present = read.elementCount();
    int described = elements.size();
    for (int i = 0; i < described; i++) {
      ElementRule element = elements.get(i);
      if (i >= present) {
        if (element.usage() == Usage.REQUIRED) missing(i + 1, 0);
        continue;
      }
      element(element, i + 1, read.elementStart(i + 1), read.elementEnd(i + 1));
    }
    for (int position = described + 1; position <= present; position++) {
      if (!read.isEmpty(position)) {
        add(
            Check.ELEMENT_EXTRA,
            position,
            0,
            "%s has only %d elements.".formatted(read.id(), described),
            "Remove what stands behind them.");
        break;
      }
    }
    for (Relation relation : by.shape().relations()) RelationChecks.check(read, relation, this);
    IdentifierChecks.check(read, this);
  }

  private void element(ElementRule element, int position, int from, int to) {
    int last = to;
    while (last > from && bytes[last - 1] == ' ') last--;
    if (last == from) {
      if (element.usage() == Usage.REQUIRED) missing(position, 0);
      return;
    }
    if (element.usage() == Usage.UNUSED) {
      unused(position, 0);
      return;
    }
    if (element.shape().type() == ValueType.B) return;
    if (!hasRepetitions) {
      value(element, position, from, to);
      return;
    }
    int start = from;
    int repetitions = 0;
    for (int i = from; i <= to; i++) {
      if (i == to || bytes[i] == repetitionSeparator) {
        repetitions++;
        if (i > start) value(element, position, start, i);
        start = i + 1;
      }
    }
    if (repetitions > element.shape().repeats()) {
      add(
          Check.ELEMENT_REPEATED,
          position,
          0,
          "%s repeats %d times, allowed are %d."
              .formatted(designator(position, 0), repetitions, element.shape().repeats()),
          "Remove the repetition separator from the value, or what is too much.");
    }
  }

  private void value(ElementRule element, int position, int from, int to) {
    if (!element.shape().isComposite()) {
      simple(element, position, 0, from, to);
      return;
    }
    List<ElementRule> components = element.components();
    int component = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i < to && bytes[i] != componentSeparator) continue;
      component++;
      if (component <= components.size()) {
        component(components.get(component - 1), position, component, start, i);
      } else if (i > start) {
        add(
            Check.COMPONENT_EXTRA,
            position,
            component,
            "%s has only %d components.".formatted(designator(position, 0), components.size()),
            "Remove what stands behind them.");
        return;
      }
      start = i + 1;
    }
    for (int missing = component + 1; missing <= components.size(); missing++) {
      if (components.get(missing - 1).usage() == Usage.REQUIRED) missing(position, missing);
    }
    dateByFormat(components, position, from, to);
  }

  private void component(ElementRule element, int position, int component, int from, int to) {
    int last = to;
    while (last > from && bytes[last - 1] == ' ') last--;
    if (last == from) {
      if (element.usage() == Usage.REQUIRED) missing(position, component);
    } else if (element.usage() == Usage.UNUSED) {
      unused(position, component);
    } else {
      simple(element, position, component, from, to);
    }
  }

  private void simple(ElementRule element, int position, int component, int from, int to) {
    ElementShape shape = element.shape();
    ValueType type = shape.type();
    if (type == null) return;
    int length = 0;
    switch (type) {
      case AN, ID -> {
        for (int i = from; i < to; i++) {
          byte b = bytes[i];
          if (b >= ' ') {
            length++;
          } else if (b < 0) {
            if ((b & 0xC0) != 0x80) length++;
          } else {
            add(
                Check.ELEMENT_CHARACTER,
                position,
                component,
                "%s holds a control character.".formatted(designator(position, component)),
                "Remove it.");
            return;
          }
          if (b == componentSeparator && component == 0) {
            add(
                Check.COMPONENT_EXTRA,
                position,
                0,
                "%s holds a component separator, but has no components."
                    .formatted(designator(position, 0)),
                "Replace the character, or declare another component separator in ISA16.");
            return;
          }
        }
      }
      case N0, N2, R -> {
        length = Numbers.digits(bytes, from, to, type == ValueType.R);
        if (length < 0) {
          add(
              Check.ELEMENT_CHARACTER,
              position,
              component,
              "%s is not a number.".formatted(designator(position, component)),
              "Correct the value.");
          return;
        }
      }
      case DT -> {
        if (!Dates.isDate(bytes, from, to)) {
          date(position, component);
          return;
        }
        length = to - from;
      }
      case TM -> {
        if (!Dates.isTime(bytes, from, to)) {
          add(
              Check.ELEMENT_TIME,
              position,
              component,
              "%s is not a time (HHMM, HHMMSS).".formatted(designator(position, component)),
              "Correct the value.");
          return;
        }
        length = to - from;
      }
      case B -> {
        return;
      }
    }
    length(shape, position, component, length);
    codes(element, position, component, from, to);
    if (component == 0 && shape.number().equals(DATE_VALUE)) dateByFormat(position, from, to);
  }

  private void length(ElementShape shape, int position, int component, int length) {
    if (length < shape.shortest()) {
      add(
          Check.ELEMENT_SHORT,
          position,
          component,
          "%s has %d characters, at least %d are needed."
              .formatted(designator(position, component), length, shape.shortest()),
          "Correct the value.");
    } else if (length > shape.longest()) {
      add(
          Check.ELEMENT_LONG,
          position,
          component,
          "%s has %d characters, at most %d are allowed."
              .formatted(designator(position, component), length, shape.longest()),
          "Shorten the value.");
    }
  }

  private void codes(ElementRule element, int position, int component, int from, int to) {
    Codes codes = element.codes();
    if (codes != null && !codes.contains(bytes, from, to)) {
      add(
          Check.ELEMENT_CODE,
          position,
          component,
          "%s has a code that the guide does not allow.".formatted(designator(position, component)),
          "Allowed is " + codes.inWords() + ".");
    }
    String list = element.outsideList();
    if (list == null || strictness == Strictness.OFF) return;
    String code = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    Check check =
        switch (lists.standing(list, code, asOf)) {
          case IN_FORCE, NO_LIST -> null;
          case NOT_IN_FORCE -> Check.CODE_NOT_IN_FORCE;
          case UNKNOWN -> Check.CODE_UNKNOWN;
        };
    if (check == null) return;
    String when = check == Check.CODE_UNKNOWN ? "" : " on " + asOf;
    Fault fault =
        fault(
            check,
            position,
            component,
            "%s has a code that the list %s does not have%s."
                .formatted(designator(position, component), list, when),
            "Correct the code, or install the newest list.");
    faults.add(strictness == Strictness.STRICT ? fault.weighing(Severity.ERROR) : fault);
  }

  // A date whose form the element before it names (D8, RD8 ...).
  private void dateByFormat(int position, int from, int to) {
    if (position < 2) return;
    ElementShape before = rule.shape().elements().get(position - 2);
    if (!before.number().equals(DATE_FORMAT)) return;
    int start = segment.elementStart(position - 1);
    int end = segment.elementEnd(position - 1);
    if (!Dates.isInFormat(bytes, start, end, from, to)) date(position, 0);
  }

  private void dateByFormat(List<ElementRule> components, int position, int from, int to) {
    for (int i = 1; i < components.size(); i++) {
      boolean isPair =
          components.get(i).shape().number().equals(DATE_VALUE)
              && components.get(i - 1).shape().number().equals(DATE_FORMAT);
      if (!isPair) continue;
      int[] format = bounds(from, to, i);
      int[] value = bounds(from, to, i + 1);
      if (format[0] == format[1] || value[0] == value[1]) continue;
      if (!Dates.isInFormat(bytes, format[0], format[1], value[0], value[1])) {
        date(position, i + 1);
      }
    }
  }

  private int[] bounds(int from, int to, int component) {
    int start = from;
    for (int i = 1; i < component; i++) {
      while (start < to && bytes[start] != componentSeparator) start++;
      if (start == to) return new int[] {to, to};
      start++;
    }
    int end = start;
    while (end < to && bytes[end] != componentSeparator) end++;
    return new int[] {start, end};
  }

  private void date(int position, int component) {
    add(
        Check.ELEMENT_DATE,
        position,
        component,
        "%s is not a date of the form it has to have.".formatted(designator(position, component)),
        "Correct the date: D8 is YYYYMMDD, RD8 is YYYYMMDD-YYYYMMDD.");
  }

  private void missing(int position, int component) {
    add(
        Check.ELEMENT_MISSING,
        position,
        component,
        "%s of %s is missing.".formatted(designator(position, component), rule.name()),
        "Fill it.");
  }

  private void unused(int position, int component) {
    add(
        Check.ELEMENT_UNUSED,
        position,
        component,
        "%s is not used in %s.".formatted(designator(position, component), rule.name()),
        "Remove the value.");
  }

  String designator(int position, int component) {
    return Fault.designator(segment.id(), position, component);
  }

  void add(Check check, int position, int component, String message, String remedy) {
    faults.add(fault(check, position, component, message, remedy));
  }

  private Fault fault(Check check, int position, int component, String message, String remedy) {
    String value =
        component == 0 ? segment.element(position) : segment.component(position, component);
    return Fault.of(check, segment, loop, message, remedy)
        .at(position, component, nullIfEmpty(value));
  }

  private static @Nullable String nullIfEmpty(String value) {
    return value.isEmpty() ? null : value;
  }
}

package org.cleanclaim.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a file, with the place of each fault.
public final class SyntaxFindings {
  private static final Citation SOURCE =
      new Citation(
          "X12 control segments as adopted by 45 CFR 162, version 005010",
          EffectivePeriod.from(LocalDate.of(2012, 1, 1)));

  private final List<Finding> findings = new ArrayList<>();

  public void error(String rule, @Nullable Segment segment, String message, String remedy) {
    add(rule, Severity.ERROR, segment, null, message, remedy);
  }

  public void warning(String rule, @Nullable Segment segment, String message, String remedy) {
    add(rule, Severity.WARNING, segment, null, message, remedy);
  }

  public void information(String rule, @Nullable Segment segment, String message, String remedy) {
    add(rule, Severity.INFORMATION, segment, null, message, remedy);
  }

  public void error(String rule, Segment segment, String loop, String message, String remedy) {
    add(rule, Severity.ERROR, segment, loop, message, remedy);
  }

  private void add(
      String rule,
      Severity severity,
      @Nullable Segment segment,
      @Nullable String loop,
      String message,
      String remedy) {
    Place place =
        segment == null
            ? Place.WHOLE
            : Place.segment(
                loop, segment.id() + " (" + segment.number() + ")", segment.byteOffset());
    findings.add(
        new Finding(
            new RuleId(rule), Layer.STRUCTURE, severity, place, message, remedy, null, SOURCE));
  }

  public List<Finding> all() {
    return List.copyOf(findings);
  }
}

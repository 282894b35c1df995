package org.cleanclaim.app.web.codingaudit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cleanclaim.app.codingaudit.AuditDifference;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.web.Csv;
import org.jspecify.annotations.Nullable;

/// The lines of an audit's export: one for each difference of a chart, or one for a chart without
/// any.
final class AuditLines {
  static final String HEAD =
      """
      visit,coder,setting,payer,charge,status,auditor,element,kind,coded,correct,person,topic,reason,answer,\
      answer_text,answer_reference,decision,decision_text,agreed,denominator,account
      """;

  private static final int DIFFERENCE_COLUMNS = 12;

  private AuditLines() {}

  static void append(StringBuilder csv, AuditedChart chart) {
    if (chart.differences().isEmpty()) line(csv, chart, noDifference());
    for (var difference : chart.differences()) line(csv, chart, columns(difference));
  }

  private static void line(StringBuilder csv, AuditedChart chart, List<@Nullable Object> middle) {
    var tally = chart.tally();
    var line = new ArrayList<@Nullable Object>();
    line.add(chart.visitNumber());
    line.add(chart.coder());
    line.add(chart.setting());
    line.add(chart.payer());
    line.add(chart.charge());
    line.add(chart.status());
    line.add(chart.auditor());
    line.addAll(middle);
    line.add(tally.numerator());
    line.add(tally.denominator());
    line.add(chart.accountNumber());
    csv.append(Csv.line(line.toArray())).append('\n');
  }

  private static List<@Nullable Object> noDifference() {
    return Collections.nCopies(DIFFERENCE_COLUMNS, "");
  }

  private static List<@Nullable Object> columns(AuditDifference difference) {
    var mark = difference.mark();
    var columns = new ArrayList<@Nullable Object>();
    columns.add(mark.element().title());
    columns.add(mark.kind().title());
    columns.add(mark.coded());
    columns.add(mark.correct());
    columns.add(mark.person());
    columns.add(difference.topic().title());
    columns.add(difference.reason());
    columns.add(difference.answer());
    columns.add(difference.answerText());
    columns.add(difference.answerReference());
    columns.add(difference.decision());
    columns.add(difference.decisionText());
    return columns;
  }
}

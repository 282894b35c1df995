package org.cleanclaim.app.codingquery;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.app.chart.FinalStop;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.springframework.stereotype.Component;

/// Keeps a chart from being made final while a query about it is open.
@Component
class OpenQueryStop implements FinalStop {
  private static final Citation SOURCE =
      new Citation(
          "ICD-10-CM Official Guidelines, I.B.14 and I.B.16 (documentation by the provider)",
          EffectivePeriod.from(LocalDate.of(2015, 10, 1)));

  private final CodingQueries queries;
  private final QuerySettings settings;

  OpenQueryStop(CodingQueries queries, QuerySettings settings) {
    this.queries = queries;
    this.settings = settings;
  }

  @Override
  public List<Finding> stops(EncounterId encounterId) {
    var all = queries.ofEncounter(encounterId);
    boolean needsSignature = settings.needsSignature();
    return Stream.concat(
            all.stream().flatMap(OpenQueryStop::stop),
            all.stream()
                .filter(query -> query.isUnsigned() && query.waiver() == null)
                .map(query -> unsigned(query, needsSignature)))
        .toList();
  }

  private static Finding unsigned(CodingQuery query, boolean needsSignature) {
    return finding(
        "QUERY-NOT-SIGNED",
        needsSignature ? Severity.ERROR : Severity.INFORMATION,
        "An answer of "
            + query.providerName()
            + " was written down by somebody else and is not signed.",
        "Ask the provider to sign it among the queries to them.");
  }

  private static Stream<Finding> stop(CodingQuery query) {
    String who = query.providerName();
    if (query.status() == Status.DRAFT) {
      return Stream.of(
          finding(
              "QUERY-NOT-SENT",
              Severity.WARNING,
              "A query to " + who + " is written and was never sent.",
              "Send it or cancel it."));
    }
    if (!query.isWaitedFor()) return Stream.empty();
    if (query.status() == Status.ANSWERED) {
      return Stream.of(
          finding(
              "QUERY-NOT-CLOSED",
              Severity.ERROR,
              who + " has answered a query; nobody has said what came of it.",
              "Read the answer, change the codes where it says so, and close the query."));
    }
    return Stream.of(
        finding(
            "QUERY-OPEN",
            Severity.ERROR,
            "A query to " + who + " waits for its answer until " + query.dueOn() + ".",
            "Wait for the answer, close the query, or go on without it with a reason."));
  }

  private static Finding finding(String rule, Severity severity, String message, String remedy) {
    return new Finding(
        new RuleId(rule),
        Layer.CHART,
        severity,
        Place.field("Query"),
        message,
        remedy,
        null,
        SOURCE);
  }
}

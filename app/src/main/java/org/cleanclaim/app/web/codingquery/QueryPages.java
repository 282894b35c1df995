package org.cleanclaim.app.web.codingquery;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingquery.QueryEscalation;
import org.cleanclaim.app.codingquery.QueryFigures;
import org.cleanclaim.app.codingquery.QueryList;
import org.cleanclaim.app.codingquery.QueryList.Filter;
import org.cleanclaim.app.codingquery.QueryList.Sort;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of queries and how providers answer.
@Controller
public class QueryPages {

  private final Pages pages;
  private final QueryList list;
  private final QueryFigures figures;
  private final QueryEscalation escalation;
  private final Staff staff;
  private final AuditTrail trail;

  QueryPages(
      Pages pages,
      QueryList list,
      QueryFigures figures,
      QueryEscalation escalation,
      Staff staff,
      AuditTrail trail) {
    this.pages = pages;
    this.list = list;
    this.figures = figures;
    this.escalation = escalation;
    this.staff = staff;
    this.trail = trail;
  }

  @GetMapping("/queries")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "OPEN") String state,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") String coder,
      @RequestParam(defaultValue = "DUE") Sort sort,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    String wanted = state.equals("ALL") ? "" : state;
    var values = new LinkedHashMap<String, Object>();
    values.put("page", list.rows(new Filter(wanted, provider, coder), sort, page));
    values.put("state", state);
    values.put("provider", provider);
    values.put("coder", coder);
    values.put("sort", sort);
    return pages.page(request, "queries", "Queries", "codingquery/list.jte", values);
  }

  @GetMapping(value = "/queries.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "ALL") String state,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") String coder,
      @RequestParam(defaultValue = "DUE") Sort sort) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    String wanted = state.equals("ALL") ? "" : state;
    var csv =
        new StringBuilder(
            "visit,patient,subject,provider,status,coder,sent,due,overdue,escalated,escalated_to,answered,outcome,effect\n");
    var filter = new Filter(wanted, provider, coder);
    for (var row : ListPage.whole(page -> list.rows(filter, sort, page))) {
      var outcome = row.outcome();
      var effect = row.effect();
      csv.append(
              Csv.line(
                  row.visitNumber(),
                  row.patient(),
                  row.subject(),
                  row.providerName(),
                  row.status(),
                  row.writtenBy(),
                  row.sentAt(),
                  row.dueOn(),
                  row.isOverdue() ? "yes" : "no",
                  row.escalatedAt(),
                  row.escalatedAt() == null ? null : row.escalateTo(),
                  row.answeredAt(),
                  outcome == null ? null : outcome.title(),
                  effect == null ? null : effect.title()))
          .append('\n');
    }
    trail.record("exported queries", "query", "list", null, null);
    return file("queries.csv", csv);
  }

  @PostMapping("/queries/escalate")
  ResponseEntity<String> escalate() {
    escalation.escalateDue();
    return to("/queries?state=OVERDUE");
  }

  @GetMapping("/queries/figures")
  ResponseEntity<String> figures(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    LocalDate last = to == null ? staff.today() : to;
    LocalDate first = from == null ? last.minusMonths(3) : from;
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", figures.byProvider(first, last));
    values.put("from", first);
    values.put("to", last);
    return pages.page(
        request, "queries", "How providers answer", "codingquery/figures.jte", values);
  }

  @GetMapping(value = "/queries/figures.csv", produces = "text/csv")
  ResponseEntity<String> figuresCsv(@RequestParam LocalDate from, @RequestParam LocalDate to) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    var csv =
        new StringBuilder(
            "provider,npi,sent,answered,in_time,overdue,median_hours,mean_hours,longest_hours,agreed,disagreed,no_answer,undetermined,changed_codes\n");
    for (var row : figures.byProvider(from, to)) {
      csv.append(
              Csv.line(
                  row.providerName(),
                  row.providerNpi(),
                  row.sent(),
                  row.answered(),
                  row.answeredInTime(),
                  row.overdue(),
                  row.medianHours(),
                  row.meanHours(),
                  row.longestHours(),
                  row.agreed(),
                  row.disagreed(),
                  row.noAnswer(),
                  row.undetermined(),
                  row.changedCodes()))
          .append('\n');
    }
    return file("query-figures.csv", csv);
  }

  private static ResponseEntity<String> file(String name, StringBuilder csv) {
    return CsvAnswer.of(name, csv.toString());
  }

  static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}

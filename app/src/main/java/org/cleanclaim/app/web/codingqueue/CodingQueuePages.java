package org.cleanclaim.app.web.codingqueue;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChartPendings;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.codingqueue.CodingQueue;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueCriteria.Need;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.codingqueue.QueueRow;
import org.cleanclaim.app.codingqueue.WaitingCharts;
import org.cleanclaim.app.codingqueue.WorkFilter;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The work list, the editor of the queues, and what charts wait for.
@Controller
class CodingQueuePages {
  private static final int USUAL_PLACE = 100;

  private final Pages pages;
  private final CodingQueues queues;
  private final ChartPendings pendings;
  private final WaitingCharts waiting;
  private final QueueRules rules;
  private final AuditTrail audit;

  CodingQueuePages(
      Pages pages,
      CodingQueues queues,
      ChartPendings pendings,
      WaitingCharts waiting,
      QueueRules rules,
      AuditTrail audit) {
    this.pages = pages;
    this.queues = queues;
    this.pendings = pendings;
    this.waiting = waiting;
    this.rules = rules;
    this.audit = audit;
  }

  @GetMapping("/coding")
  ResponseEntity<String> work(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable UUID queue,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(required = false) @Nullable QueueOrder order,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    Optional<CodingQueue> open = open(queue);
    var filter = new WorkFilter(q, status.isBlank() ? null : status, order);
    var values = new LinkedHashMap<String, Object>();
    values.put("queues", queues.counted());
    values.put("open", open);
    values.put("refusal", open.flatMap(queues::refusal));
    values.put("page", rows(open, filter, page));
    values.put("filter", filter);
    return pages.page(request, "charts", "Coding work list", "codingqueue/work.jte", values);
  }

  @GetMapping(value = "/coding.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @Nullable UUID queue,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(required = false) @Nullable QueueOrder order) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var filter = new WorkFilter(q, status.isBlank() ? null : status, order);
    var lines =
        new StringBuilder(
            "visit,patient,provider,setting,specialty,served_on,days,payer,charges,status,coder,waits_for,follow_up_on,late_documents,reopened_for,open_at\n");
    var open = open(queue);
    for (QueueRow r : ListPage.whole(page -> rows(open, filter, page))) {
      lines
          .append(
              Csv.line(
                  r.visitNumber(),
                  r.patient(),
                  r.provider(),
                  r.setting(),
                  r.specialty(),
                  r.servedOn(),
                  r.days(),
                  r.payer(),
                  r.charges(),
                  r.status(),
                  r.coder(),
                  String.join(" ", r.pending()),
                  r.followUpOn(),
                  r.late(),
                  r.reopenedReason(),
                  r.lockedBy()))
          .append('\n');
    }
    audit.record("exported charts", "chart list", "csv", null, null);
    return CsvAnswer.of("charts.csv", lines.toString());
  }

  private Optional<CodingQueue> open(@Nullable UUID queue) {
    return queue == null ? Optional.empty() : Optional.of(queues.find(queue).orElseThrow());
  }

  private ListPage<QueueRow> rows(Optional<CodingQueue> open, WorkFilter filter, int page) {
    return queues.charts(
        open.map(CodingQueue::criteria).orElse(QueueCriteria.ALL),
        open.map(CodingQueue::order).orElse(QueueOrder.URGENT_FIRST),
        filter,
        page);
  }

  /// Gives the coder the next chart of a queue.
  @PostMapping("/coding/next")
  ResponseEntity<String> next(@RequestParam UUID queue) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    String address =
        queues
            .next(queues.find(queue).orElseThrow())
            .map(r -> "/charts/" + r.encounterId() + "?queue=" + queue)
            .orElse("/coding?queue=" + queue);
    return to(address);
  }

  @GetMapping("/coding/queues")
  ResponseEntity<String> editor(
      HttpServletRequest request, @RequestParam(required = false) @Nullable UUID queue) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    return pages.page(
        request,
        "charts",
        "Coding queues",
        "codingqueue/queues.jte",
        Map.of(
            "queues", queues.counted(),
            "edited", open(queue),
            "needs", List.of(Need.values()),
            "orders", List.of(QueueOrder.values()),
            "classes", List.of(PayerClass.values())));
  }

  @PostMapping("/coding/queues")
  ResponseEntity<String> save(@ModelAttribute QueueForm form) {
    if (form.id() != null) {
      queues.change(
          new CodingQueue(
              form.id(),
              form.called(),
              form.criteria(),
              form.sequence(),
              form.anyOfCredentials(),
              form.placeOr(USUAL_PLACE)));
    } else if (queues.named(form.called()).isPresent()) {
      throw new StaffRefusal(
          "A queue named %s is there already. Change that one, or give this one another name."
              .formatted(form.called().strip()));
    } else {
      queues.save(
          form.called(),
          form.criteria(),
          form.sequence(),
          form.anyOfCredentials(),
          form.placeOr(USUAL_PLACE));
    }
    return to("/coding/queues");
  }

  @PostMapping("/coding/queues/{id}/remove")
  ResponseEntity<String> remove(@PathVariable UUID id, @RequestParam String reason) {
    queues.remove(id, reason);
    return to("/coding/queues");
  }

  @GetMapping("/coding/pending")
  ResponseEntity<String> pending(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable PendingReason reason,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return pages.page(
        request,
        "charts",
        "Waiting charts",
        "codingqueue/pending.jte",
        Map.of(
            "page", waiting.open(reason, page),
            "reason", Optional.ofNullable(reason),
            "reasons", List.of(PendingReason.values()),
            "today", rules.today()));
  }

  @PostMapping("/coding/pending/{id}/resolve")
  ResponseEntity<String> resolve(@PathVariable UUID id, @RequestParam String outcome) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    pendings.resolve(id, outcome);
    return to("/coding/pending");
  }

  static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}

package org.cleanclaim.app.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.AdmissionReporting;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.PendingReason;
import org.cleanclaim.app.codingqueue.CodingQueue;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.codingqueue.CodingQueues.Counted;
import org.cleanclaim.app.codingqueue.CodingReview;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.codingqueue.CodingReviews;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.codingqueue.QueueRow;
import org.cleanclaim.app.codingqueue.ReviewKind;
import org.cleanclaim.app.codingqueue.ReviewRules;
import org.cleanclaim.app.codingqueue.WaitingChart;
import org.cleanclaim.app.codingqueue.WaitingCharts;
import org.cleanclaim.app.codingqueue.WorkFilter;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The coder's queues, what charts wait for, and second reviews.
@RestController
@RequestMapping("/api/v1/coding")
class CodingQueueResources {

  /// @param order OLDEST_SERVICE where it is not given
  record QueueBody(
      @Nullable String name,
      @Nullable JsonNode criteria,
      @Nullable QueueOrder order,
      @Nullable List<String> credentials,
      @Nullable Integer place) {}

  /// @param chart null when the queue has none left for the user
  record Given(@Nullable QueueRow chart) {}

  record DecisionBody(@Nullable Decision decision, @Nullable String note) {}

  record ThresholdBody(@Nullable Long threshold) {}

  private final CodingQueues queues;
  private final WaitingCharts waiting;
  private final CodingReviews reviews;
  private final ReviewRules rules;
  private final AdmissionReporting reporting;

  CodingQueueResources(
      CodingQueues queues,
      WaitingCharts waiting,
      CodingReviews reviews,
      ReviewRules rules,
      AdmissionReporting reporting) {
    this.queues = queues;
    this.waiting = waiting;
    this.reviews = reviews;
    this.rules = rules;
    this.reporting = reporting;
  }

  @GetMapping("/queues")
  List<Counted> queues() {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return queues.counted();
  }

  @PostMapping("/queues")
  CodingQueue save(@RequestBody QueueBody body) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (body.name() == null) throw new BadInput("A queue needs a name.");
    Integer place = body.place();
    return queues.save(
        body.name(),
        criteria(body.criteria()),
        body.order() == null ? QueueOrder.OLDEST_SERVICE : body.order(),
        body.credentials() == null ? List.of() : body.credentials(),
        place == null ? 100 : place);
  }

  private static QueueCriteria criteria(@Nullable JsonNode given) {
    if (given == null || given.isNull()) return QueueCriteria.ALL;
    return BodyFields.known(given, QueueCriteria.class);
  }

  @DeleteMapping("/queues/{id}")
  void remove(@PathVariable UUID id, @RequestParam String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    queues.remove(id, reason);
  }

  @GetMapping("/queues/{id}/charts")
  ListPage<QueueRow> charts(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Chart.@Nullable Status status,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    CodingQueue queue = queues.find(id).orElseThrow();
    return queues.charts(
        queue.criteria(),
        queue.order(),
        new WorkFilter(q, status == null ? null : status.name(), null),
        page);
  }

  /// Gives the user the next chart of the queue and keeps it for the user.
  @PostMapping("/queues/{id}/next")
  Given next(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    Optional<QueueRow> chart = queues.next(queues.find(id).orElseThrow());
    return new Given(chart.orElse(null));
  }

  @GetMapping("/pending")
  ListPage<WaitingChart> pending(
      @RequestParam(required = false) @Nullable PendingReason reason,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return waiting.open(reason, page);
  }

  @GetMapping("/reviews")
  ListPage<CodingReview> reviews(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return reviews.all(page);
  }

  @PostMapping("/reviews/{id}")
  void decide(@PathVariable UUID id, @RequestBody DecisionBody body) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    if (body.decision() == null) throw new BadInput("State decision as APPROVED or RETURNED.");
    reviews.decide(id, body.decision(), body.note() == null ? "" : body.note());
  }

  /// @param exemption why the hospital does not report what was present on admission; null when it
  ///   does
  record AdmissionBody(@Nullable String exemption) {}

  @GetMapping("/admission-reporting")
  AdmissionBody admissionReporting() {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return new AdmissionBody(reporting.exemption().orElse(null));
  }

  @PutMapping("/admission-reporting")
  ResponseEntity<Void> admissionReporting(@RequestBody AdmissionBody body) {
    String exemption = body.exemption();
    if (exemption == null) reporting.report();
    else reporting.exempt(exemption);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/review-rules")
  Map<ReviewKind, Long> reviewRules() {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return rules.all();
  }

  @PutMapping("/review-rules/{kind}")
  void put(@PathVariable ReviewKind kind, @RequestBody ThresholdBody body) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    rules.put(kind, body.threshold());
  }

  @DeleteMapping("/review-rules/{kind}")
  void end(@PathVariable ReviewKind kind) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    rules.remove(kind);
  }
}

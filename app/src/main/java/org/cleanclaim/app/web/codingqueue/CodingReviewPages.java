package org.cleanclaim.app.web.codingqueue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.chart.AdmissionReporting;
import org.cleanclaim.app.codingqueue.CodingReview.Decision;
import org.cleanclaim.app.codingqueue.CodingReviews;
import org.cleanclaim.app.codingqueue.ReviewKind;
import org.cleanclaim.app.codingqueue.ReviewRules;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Second reviews and the rules that choose charts for them.
@Controller
class CodingReviewPages {

  private final Pages pages;
  private final CodingReviews reviews;
  private final ReviewRules rules;
  private final AdmissionReporting reporting;
  private final Organizations organizations;

  CodingReviewPages(
      Pages pages,
      CodingReviews reviews,
      ReviewRules rules,
      AdmissionReporting reporting,
      Organizations organizations) {
    this.pages = pages;
    this.reviews = reviews;
    this.rules = rules;
    this.reporting = reporting;
    this.organizations = organizations;
  }

  @GetMapping("/coding/reviews")
  ResponseEntity<String> reviews(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return pages.page(
        request,
        "charts",
        "Second reviews",
        "codingqueue/reviews.jte",
        Map.of(
            "page", reviews.all(page),
            "rules", rules.all(),
            "kinds", List.of(ReviewKind.values()),
            "exemption", reporting.exemption().orElse(""),
            "zone", ZoneId.of(organizations.current().timeZone())));
  }

  @PostMapping("/coding/reviews/{id}")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @RequestParam Decision decision,
      @RequestParam(defaultValue = "") String note) {
    reviews.decide(id, decision, note);
    return CodingQueuePages.to("/coding/reviews");
  }

  /// @param reason why the hospital does not report what was present on admission; empty when it
  ///   does
  @PostMapping("/coding/admission-reporting")
  ResponseEntity<String> admission(@RequestParam(defaultValue = "") String reason) {
    if (reason.isBlank()) reporting.report();
    else reporting.exempt(reason);
    return CodingQueuePages.to("/coding/reviews");
  }

  @PostMapping("/coding/review-rules")
  ResponseEntity<String> put(
      @RequestParam ReviewKind kind, @RequestParam(required = false) @Nullable Long threshold) {
    rules.put(kind, threshold);
    return CodingQueuePages.to("/coding/reviews");
  }

  @PostMapping("/coding/review-rules/{kind}/remove")
  ResponseEntity<String> remove(@PathVariable ReviewKind kind) {
    rules.remove(kind);
    return CodingQueuePages.to("/coding/reviews");
  }
}

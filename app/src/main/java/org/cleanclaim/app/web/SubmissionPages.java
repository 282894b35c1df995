package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.app.submission.Submissions.SubmitResult;
import org.cleanclaim.app.transport.Route;
import org.cleanclaim.app.transport.Routes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The claims that are ready, payer by payer, and their sending.
@Controller
class SubmissionPages {
  private final Pages pages;
  private final Claims claims;
  private final Payers payers;
  private final Submissions submissions;
  private final Routes routes;

  SubmissionPages(
      Pages pages, Claims claims, Payers payers, Submissions submissions, Routes routes) {
    this.pages = pages;
    this.claims = claims;
    this.payers = payers;
    this.submissions = submissions;
    this.routes = routes;
  }

  @GetMapping("/submissions")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return list(request, null);
  }

  @PostMapping("/payers/{payer}/submissions")
  ResponseEntity<String> submit(HttpServletRequest request, @PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var found = payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst().orElseThrow();
    return list(request, submissions.submit(found));
  }

  private ResponseEntity<String> list(HttpServletRequest request, @Nullable SubmitResult result) {
    var values = new LinkedHashMap<String, Object>();
    values.put("waiting", claims.waiting());
    values.put("ways", ways());
    if (result != null) values.put("result", result);
    return pages.page(request, "claims", "Send claims", "claim/send.jte", values);
  }

  /// Which way the claims of each payer take, in words; those without one are left out.
  private Map<Long, String> ways() {
    return routes.all().stream()
        .filter(route -> route.kind().startsWith("837"))
        .collect(
            Collectors.toMap(
                Route::payerId,
                route ->
                    "%s over %s, %s"
                        .formatted(
                            route.kind(),
                            route.connection().name(),
                            route.connection().settings().usage().title().toLowerCase(Locale.ROOT)),
                (one, other) -> one + "; " + other));
  }
}

package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.submission.Submissions;
import org.springframework.http.HttpStatus;
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

  SubmissionPages(Pages pages, Claims claims, Payers payers, Submissions submissions) {
    this.pages = pages;
    this.claims = claims;
    this.payers = payers;
    this.submissions = submissions;
  }

  @GetMapping("/submissions")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return pages.page(
        request, "claims", "Send claims", "claim/send.jte", Map.of("waiting", claims.waiting()));
  }

  @PostMapping("/payers/{payer}/submissions")
  ResponseEntity<String> submit(@PathVariable String payer) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    submissions.submit(
        payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst().orElseThrow());
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/submissions")).build();
  }
}
